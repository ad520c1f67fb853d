/**
 * `movements`: the bundled movements with their audiences and criteria sets; with an id or a file, that movement in
 * full.
 */
import { MOVEMENTS } from '../../core/movements/index.ts';
import { parseArguments } from '../arguments.ts';
import { loadMovement } from '../movement/load-movement.ts';
import { movementHead, movementText, setLines } from '../movement/movement-text.ts';
import { movementDocument } from '../movement/movements-json.ts';
import { refuse } from '../usage-error.ts';

const HELP = `Liệt kê các phong trào có sẵn: kế hoạch, đối tượng, bộ tiêu chí. Kèm mã hoặc tệp: xem trọn một phong trào.

Cách dùng: movements [<mã|tệp>] [--json]

  --json          in kết quả dạng JSON
  -h, --help      in hướng dẫn này

Ví dụ:
  movements
  movements ta-ma-2023-2030
  movements --json
`;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function movements(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  const [typed, extra] = positionals;
  if (extra) refuse(`Thừa đối số "${extra}". Tên có dấu cách phải đặt trong dấu nháy.`);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const chosen = typed === undefined ? MOVEMENTS : [loadMovement(typed)];
  if (values.json) process.stdout.write(`${JSON.stringify(chosen.map(movementDocument), null, 2)}\n`);
  else {
    const texts = chosen.map((movement) =>
      typed === undefined ? [...movementHead(movement), ...setLines(movement)].join('\n') : movementText(movement),
    );
    process.stdout.write(`${texts.join('\n\n')}\n`);
  }
  return 0;
}
