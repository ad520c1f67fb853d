/* Run only by an engine without ES modules (Internet Explorer 11 inside Excel 2016 and 2019): it tells the officer
   what to do. Written for such engines, and served unchanged. */
document.getElementById('root').textContent =
  'Excel trên máy này quá cũ để chạy Thi đua số. Cần Excel 2021 trở lên, Microsoft 365 hoặc Excel trên web. ' +
  'Cũng có thể mở tệp .xlsx bằng bản xem thử trong Edge hoặc Chrome: ' +
  window.location.href.replace(/[^/]*$/, 'preview.html');
