/** The words of the first page, in the officers' language and in that of who looks over a store's listing. */

export type Language = 'vi' | 'en';

interface Step {
  readonly title: string;
  readonly text: string;
  /** Shown once the step is done. */
  readonly done: string;
}

interface StartWords {
  readonly title: string;
  readonly lead: string;
  readonly pin: Step;
  readonly allow: Step & { readonly button: string };
  readonly mine: Step & { readonly label: string };
  readonly next: { readonly title: string; readonly acts: readonly string[]; readonly open: string };
  readonly privacy: string;
}

export const START_WORDS: Readonly<Record<Language, StartWords>> = {
  vi: {
    title: 'Lấy số liệu trên Cổng bằng một lần bấm',
    lead: 'Thi Đua Số đọc số liệu của xã trên trang anh chị đang mở, giữ lại kèm bằng chứng, so với lần trước và với chỉ tiêu, rồi đưa vào Excel. Chuẩn bị một lần, ba việc:',
    pin: {
      title: 'Ghim nút lên thanh công cụ',
      text: 'Bấm hình mảnh ghép ở góc trên bên phải trình duyệt, tìm dòng Thi Đua Số, bấm hình chiếc ghim bên cạnh.',
      done: 'Đã ghim.',
    },
    allow: {
      title: 'Cho phép trang Cổng Dịch vụ công quốc gia',
      text: 'Để tiện ích tự biết tỉnh và kỳ anh chị đang xem, khỏi phải chọn. Trình duyệt sẽ hỏi lại một lần. Bỏ qua cũng dùng được; đổi ý lúc nào cũng được ở Cài đặt.',
      button: 'Cho phép',
      done: 'Đã cho phép.',
    },
    mine: {
      title: 'Ghi tên xã của anh chị',
      text: 'Số của xã được chọn sẵn trong danh sách cả tỉnh.',
      label: 'Tên xã, phường',
      done: 'Đã ghi.',
    },
    next: {
      title: 'Từ nay, mỗi lần lấy số',
      acts: [
        'Mở trang Cổng có số liệu của xã, như mọi khi.',
        'Bấm nút Thi Đua Số trên thanh công cụ (hoặc Alt+Shift+S).',
        'Xem số trong khung bên, bấm “Xác nhận”.',
      ],
      open: 'Mở trang đánh giá của Cổng quốc gia',
    },
    privacy:
      'Tiện ích chỉ đọc trang khi anh chị bấm nút. Mọi số liệu nằm trên máy này, không gửi đi đâu; chỉ khi anh chị tự tham gia sổ chung của cơ quan thì số liệu đã xác nhận mới đến máy chủ ấy.',
  },
  en: {
    title: 'The portal’s figures in one press',
    lead: 'Thi Đua Số reads a commune’s figures on the portal page you have open, keeps them with their evidence, compares them with the last ones and with the targets of the commune’s plan, and hands them to Excel. Three things to prepare, once:',
    pin: {
      title: 'Pin the button to the toolbar',
      text: 'Press the puzzle piece at the upper right of the browser, look for Thi Đua Số, press the pin beside it.',
      done: 'Pinned.',
    },
    allow: {
      title: 'Allow the national public-service portal',
      text: 'So that the province and the period you are looking at are known without being chosen. The browser asks once more. It works without, and can be taken back in the settings (“Cài đặt”) at any time.',
      button: 'Allow',
      done: 'Allowed.',
    },
    mine: {
      title: 'Name your commune',
      text: 'Its figures are then chosen beforehand among all of the province.',
      label: 'Name of the commune',
      done: 'Named.',
    },
    next: {
      title: 'From now on, for new figures',
      acts: [
        'Open the portal’s page with the commune’s figures, as always.',
        'Press the button Thi Đua Số in the toolbar (or Alt+Shift+S).',
        'Look at the figures in the side panel, press “Xác nhận” (confirm).',
      ],
      open: 'Open the national portal’s evaluation page',
    },
    privacy:
      'A page is read only when the button is pressed. All figures stay on this machine, nothing is sent anywhere, unless you join a shared book of your office: then confirmed figures go to its server. The program itself is in Vietnamese, for officers of Vietnamese communes.',
  },
};
