/** The one page a person sees who opens the server's address, or a link of invitation. */

/** Shown on every page and in every answer while the database is inside this process. */
export const TRIAL_NOTICE =
  'Máy chủ đang CHẠY THỬ với cơ sở dữ liệu nhúng: không chờ ghi xuống đĩa nên mất điện có thể mất dữ liệu, và chỉ một tiến trình được chạy. Dùng thật: đặt DATABASE_URL trỏ tới PostgreSQL.';

export function homePage(isTrial: boolean): string {
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Thi Đua Số – máy chủ sổ chung</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}.thu{border:2px solid #b45309;padding:.5rem 1rem}code{background:#eee;padding:0 .25rem}@media(prefers-color-scheme:dark){body{background:#1b1b1b;color:#eee}a{color:#9cf}code{background:#333}}</style>
${isTrial ? `<p class="thu" role="note">${TRIAL_NOTICE}</p>` : ''}
<h1>Máy chủ sổ chung</h1>
<p>Máy chủ này chuyển các mục của sổ chung (báo cáo, quyết định, phiên họp, số liệu) giữa các máy của xã. Máy chủ chỉ giữ và chuyển: mọi mục đều có chữ ký của máy ghi ra nó, và mỗi máy tự kiểm tra lại.</p>
<p>Nếu bạn được gửi liên kết mời, hãy chép cả liên kết, mở Bàn chấm của máy chủ này (<a href="/ban-cham/">/ban-cham/</a>, nếu người quản trị có đặt), bấm <strong>Dùng chung</strong> rồi dán vào; hoặc chạy trên máy của mình:</p>
<p><code>thi-dua-so sync --server "liên kết" --name "Tên máy, họ tên"</code></p>
<p>Sau đó báo cho chủ tịch số đối chiếu hiện ra. Mở trang này không làm mất hiệu lực của liên kết.</p>
</html>
`;
}
