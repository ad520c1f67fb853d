/** Text pasted or piped into a command. */
import { refuse } from '../usage-error.ts';
import { fileTrouble } from './file-trouble.ts';

/**
 * Standard input, whole, however slowly it comes. Ends the command in one line when it cannot be read or is of more
 * than `most` bytes: the rest is not waited for.
 */
export async function readInput(most: number): Promise<Uint8Array> {
  if (process.stdin.isTTY)
    process.stderr.write('Dán văn bản kế hoạch rồi bấm Ctrl+D (Windows: Ctrl+Z rồi Enter) ở đầu một dòng mới.\n');
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of process.stdin) {
      parts.push(part);
      size += part.length;
      if (size > most) break;
    }
  } catch (error) {
    return refuse(`Đầu vào chuẩn: ${fileTrouble(error)}`);
  }
  if (size > most) refuse(`Đầu vào chuẩn quá lớn (trên ${most / 1024 / 1024} MB).`);
  return new Uint8Array(Buffer.concat(parts));
}
