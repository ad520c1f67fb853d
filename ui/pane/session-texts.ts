/** What is typed about a session of the council. Text stays text until it is sent; '' = nothing typed yet. */
export const EMPTY_SESSION = {
  sessionDay: '',
  sessionPlace: '',
  sessionChair: '',
  sessionSecretary: '',
  /** One member a line: `Họ tên; chức vụ; đơn vị`. */
  sessionMembers: '',
  /** Who took part how, by member (session-wanted.ts). */
  sessionAttendance: '',
};

export type SessionTexts = Readonly<typeof EMPTY_SESSION>;
