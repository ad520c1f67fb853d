/** An instant as ISO text with the offset of Asia/Ho_Chi_Minh, which has no summer time. */
export function hanoiTime(time: Date): string {
  return `${new Date(time.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
}
