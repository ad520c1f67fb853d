/** Page furniture around figures that says nothing about them: no question comes of it, and no figure changes. */
import { describe, expect, it } from 'vitest';
import { readCaptured } from '../../../../core/portal/capture/registry.ts';
import { savedCases } from '../../../fixtures/mutator/mutate.ts';

const FURNITURE: readonly string[] = [
  '<div class="news"><h3>Tin tức</h3><ul><li><a>Chủ tịch xã: đẩy mạnh chuyển đổi số</a></li><li><a>10 xã dẫn đầu</a></li></ul></div>',
  '<div class="card"><h5 class="card-title">Thông báo</h5><p>Nghỉ lễ Quốc khánh</p></div>',
  '<dl><dt>Địa chỉ</dt><dd>Số 1 đường A, xã B</dd><dt>Điện thoại</dt><dd>1900 1234</dd><dt>Email</dt><dd>a@b.vn</dd></dl>',
  '<div><div>Cập nhật</div><div>25/11/2025 08:00</div></div>',
  '<p>Thứ Ba, 25/11/2025</p>',
  '<span>25/11/2025 08:15:00</span>',
  '<div class="user"><span>Xin chào</span><b>Nguyễn Văn A</b></div>',
  '<div><label>Ngôn ngữ</label><span>Tiếng Việt</span></div>',
  '<div class="weather"><span>Sơn La</span><span>25°C</span></div>',
  '<div><span>Lượt truy cập:</span><span>1.234.567</span></div>',
  '<div><span>Đang trực tuyến</span><span>12</span></div>',
  '<aside><h4>Liên kết</h4><ul><li><a>Chính phủ</a></li><li><a>Bộ Nội vụ</a></li></ul></aside>',
  '<aside class="left"><ul><li class="active"><a>Thống kê</a></li><li><a>Tra cứu</a></li></ul></aside>',
  '<div class="rating"><span>1</span><span>2</span><span>3</span><span>4</span><span>5</span></div>',
  '<details><summary>Hướng dẫn sử dụng</summary><p>Chọn kỳ báo cáo, rồi bấm Xem</p></details>',
  '<div class="toolbar"><button>Tìm kiếm</button><button>Xuất Excel</button><button>In</button></div>',
  '<div><label>Từ khóa</label><input placeholder="Nhập từ khóa"></div>',
  '<div><label>Lĩnh vực</label><div class="select">-- Tất cả --</div></div>',
  '<div><span>Lĩnh vực:</span><span>Tất cả lĩnh vực</span></div>',
  '<p>Kênh tiếp nhận: Tất cả</p>',
  '<p>Đơn vị: UBND xã Ta Ma</p>',
  '<p>Người lập biểu: …</p>',
  '<p>Nơi nhận: Lưu VT</p>',
  '<table><tr><td>UBND XÃ TA MA</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr><tr><td>Số: 12/BC-UBND</td><td>Độc lập - Tự do - Hạnh phúc</td></tr></table>',
  '<table><tr><td>NGƯỜI LẬP BIỂU</td><td>CHỦ TỊCH</td></tr><tr><td>(Ký, ghi rõ họ tên)</td><td>(Ký, đóng dấu)</td></tr></table>',
  '<table><tr><th>Tên biểu</th><th>Mô tả</th></tr><tr><td>06a</td><td>Tình hình tiếp nhận</td></tr></table>',
  '<div class="tabs"><a class="tab active">Bảng</a><a class="tab">Biểu đồ</a></div>',
  '<div class="p-selectbutton"><div class="p-button p-highlight">Bảng số liệu</div><div class="p-button">Biểu đồ</div></div>',
  '<p>Ghi chú: Số liệu được tổng hợp từ hệ thống một cửa</p>',
  '<p>Chú thích: (1) tổng số; (2) trực tuyến</p>',
  '<p>Lưu ý: số liệu có độ trễ một ngày</p>',
  '<p>© 2021 VNPT. Bản quyền thuộc về UBND tỉnh</p>',
  '<p>Phiên bản 2.1.2025</p>',
  '<p>Hỗ trợ kỹ thuật: VNPT Sơn La</p>',
  '<p>Giờ làm việc: Thứ 2 đến Thứ 6</p>',
  '<div><b>Thông báo:</b> <a>Hướng dẫn nộp hồ sơ</a></div>',
  '<p>Theo Quyết định số 766/QĐ-TTg ngày 23/6/2022</p>',
  '<div class="steps"><span>1</span><span>2</span><span>3</span></div>',
  '<p>Chỉ tiêu năm 2025 của xã</p>',
  '<p>Tỉnh Sơn La – Thống kê</p>',
  '<p>Cổng Dịch vụ công - Tỉnh Sơn La</p>',
  '<p>Trang chủ | Thống kê | Hướng dẫn</p>',
  '<p>Hotline: 1022 – Phím 1</p>',
  '<select><option>Liên kết website</option><option>Chính phủ</option></select>',
  '<div class="legend"><span>Đúng hạn</span><span>Quá hạn</span></div>',
  '<div><div>Trước hạn</div><div>Đúng hạn</div><div>Quá hạn</div></div>',
  '<ul><li>Trước hạn: xanh</li><li>Quá hạn: đỏ</li></ul>',
  '<label>Hiển thị</label><select><option selected>20</option><option>50</option></select>',
  '<p>Mẫu số: 06a/VPCP/KSTT</p>',
  '<p>Biểu số II.06a/VPCP/KSTT</p>',
  '<p>Ban hành theo Thông tư 01/2020/TT-VPCP ngày 21/10/2020</p>',
  '<p>Tổng số bản ghi: 2</p>',
  '<div>Trang 1/1</div>',
  '<p>Hiển thị 1-2 của 2</p>',
  '<p>Đăng nhập để xem chi tiết</p>',
  '<p>Quay lại</p>',
  '<div>Xã Ta Ma <i>›</i> Thống kê</div>',
  '<button disabled>Xóa bộ lọc</button>',
  '<div class="btn-group"><button class="btn btn-primary">Xem báo cáo</button><button class="btn btn-default">Xuất Excel</button></div>',
  '<form><input type="text" placeholder="Tìm"><button type="submit" class="btn btn-primary">Tìm kiếm</button><button type="reset" class="btn btn-secondary">Làm mới</button></form>',
  '<img alt="Cổng dịch vụ công tỉnh Sơn La"><img alt=""><span role="img" aria-label="Biểu trưng"></span>',
  '<div class="accordion"><div class="accordion-item"><h2><button class="accordion-button" aria-expanded="true">Cách tính</button></h2><div>…</div></div><div class="accordion-item"><h2><button class="accordion-button collapsed" aria-expanded="false">Căn cứ</button></h2></div></div>',
  '<nav class="main-header navbar"><ul class="navbar-nav"><li class="nav-item"><a class="nav-link active">Trang chủ</a></li><li class="nav-item dropdown"><a class="nav-link dropdown-toggle" aria-expanded="false">Nguyễn Văn A</a></li></ul></nav>',
  '<aside class="main-sidebar"><ul class="nav nav-pills nav-sidebar"><li class="menu-open"><a class="nav-link active">Báo cáo</a></li><li><a class="nav-link">Hồ sơ</a></li><li><a class="nav-link">Thống kê</a></li></ul></aside>',
  '<section class="content-header"><h1>Báo cáo thống kê</h1><ol class="breadcrumb"><li>Trang chủ</li><li>Báo cáo</li></ol></section>',
  '<header class="ant-layout-header"><ul class="ant-menu" role="menu"><li class="ant-menu-item ant-menu-item-selected" role="menuitem">Thống kê</li><li class="ant-menu-item" role="menuitem">Hồ sơ</li></ul></header>',
  '<div class="row"><a class="card"><span>Dịch vụ công</span></a><a class="card card-blue"><span>Phản ánh kiến nghị</span></a></div>',
  '<div class="news"><ul><li><a class="news-title hot">Ta Ma: nâng cao chất lượng phục vụ người dân</a></li><li><a class="news-title">Thông báo lịch nghỉ lễ</a></li></ul></div>',
  '<input type="range" min="0" max="100" value="0"><input type="range" min="1" max="5" value="5">',
  '<div role="alert">Tải dữ liệu thành công</div>',
  '<div class="kpi"><span>40%</span><div role="progressbar" aria-valuenow="40" aria-valuemax="100">40%</div></div>',
];

describe('beside the figures of any page', () => {
  const pages = savedCases().filter(({ captured: { body } }) => !/^\s*[[{]/.test(body));

  it.each(FURNITURE)('is harmless: %s', (piece) => {
    for (const { name, captured, readings, readers } of pages) {
      const body = captured.body.replace('<body>', `<body>${piece}`);
      const { outcome } = readCaptured({ ...captured, body }, readers);
      expect(outcome, name).toMatchObject({ kind: 'found', readings, warnings: [], questions: [] });
    }
  });
});

describe('the address of any page', () => {
  it.each([
    ...['/dashboard', '/Default.aspx', '/faces/index.xhtml', '/web/guest/thong-ke', '/portal/Pages/ThongKe.aspx'],
    ...['/#/app/report/index', '/baocaotonghop.jsp', '/vi/thong-ke', '/egov/baocao06a', '/#/statistics/summary'],
    ...[
      '/motcua/bao-cao-tong-hop',
      '/dvc/thong-ke-xu-ly-ho-so',
      '/#/bao-cao/06a',
      '/thongke/tinh-hinh-giai-quyet.html',
    ],
  ])('raises no question where it names but the report: %s', (path) => {
    const [saved] = savedCases().filter(({ name }) => name === 'form-06a/fields-ok.case.json');
    const { outcome } = readCaptured({ ...saved!.captured, url: `https://motcua.example.gov.vn${path}` });
    expect(outcome).toMatchObject({ kind: 'found', readings: saved!.readings, questions: [] });
  });
});

describe('an answer of few payments', () => {
  it('raises no question about its own counts', () => {
    const parent = {
      ...{ departmentId: '019d2be3-6a88-732b-8b17-b68020c8553a', departmentName: 'UBND tỉnh Phú Thọ' },
      ...{ departmentCode: 'H44', totalScore: 7.05, totalMaxScore: 10, ratio: 70.5 },
      ...{ totalDossierOnlinePaymentSuccess: 90, totalDossierFinancialObligation: 100 },
      ...{ totalDossierOnlineFormalityPaymentSuccess: 24, totalFeeDossierFormalityDistinct: 50 },
      ...{ totalFeeDossierFormality: 12, totalFeeFormality: 67 },
    };
    const { outcome } = readCaptured({
      url: 'https://dichvucong.gov.vn/api/v1/reporting/evaluation/formality-online-payment-tree',
      request: JSON.stringify({ rootDepartmentId: parent.departmentId, timeType: 'month', year: 2026, month: 8 }),
      at: '2026-10-10T08:00:00+07:00',
      body: JSON.stringify({ code: 'OK', message: 'OK', data: { parent, children: [] } }),
    });
    expect(outcome).toMatchObject({ kind: 'found', questions: [], warnings: [] });
  });
});
