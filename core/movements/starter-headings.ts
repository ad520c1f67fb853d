/** The starters in the order in which they are offered, each a file of its id in `movements/starters`. */

interface StarterHeading {
  readonly id: string;
  readonly title: string;
}

export const STARTER_HEADINGS: readonly StarterHeading[] = [
  { id: 'chuyen-doi-so', title: 'Đổi mới sáng tạo và chuyển đổi số' },
  { id: 'binh-dan-hoc-vu-so', title: 'Bình dân học vụ số' },
  { id: 'cai-cach-hanh-chinh', title: 'Đẩy mạnh cải cách hành chính' },
  { id: 'nong-thon-moi', title: 'Chung sức xây dựng nông thôn mới' },
];
