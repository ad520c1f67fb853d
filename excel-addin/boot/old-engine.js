/*
 * Only an engine without ES modules runs this (Internet Explorer 11 inside Excel 2016 and 2019): it says what to do. Written for such
 * engines, and served as it stands.
 */
document.getElementById('root').textContent =
  'Excel trên máy này quá cũ để chạy Thi đua số. Cần Excel 2021 trở lên, Microsoft 365 hoặc Excel trên web. ' +
  'Cũng có thể mở tệp .xlsx bằng bản xem thử trong Edge hoặc Chrome: ' +
  window.location.href.replace(/[^/]*$/, 'preview.html');
