/** "Dùng chung" on the page in one file, whose weight has no room for it: where it can be done instead. */
export function ShareSection() {
  return (
    <p>
      Trang trong một tệp chưa dùng chung được. Hãy mở Bàn chấm ở địa chỉ web của tỉnh, của xã, hoặc dùng lệnh sync trên
      máy tính.
    </p>
  );
}
