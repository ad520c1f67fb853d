/** Whether what stands in a field is a time, whoever put it there. Apart from the controls, which weigh much more. */

/** `08/2025`, `2025-08-01`: figures and marks alone, with a year. */
export function isTimeTyped(text: string): boolean {
  return /^(?=.*20\d\d)[\d\s./–-]{4,30}$/.test(text.trim()) && /\d\D+\d/.test(text);
}
