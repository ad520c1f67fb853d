/**
 * What a device signs to show a server that it holds its key. It names the server, so that another cannot hand the
 * answer on, and never looks like an entry.
 */
export function proofText(host: string, space: string, question: string): string {
  return `thi-dua-so\n${host}\n${space}\n${question}`;
}
