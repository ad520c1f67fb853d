/** `movements`: the bundled movements with their audiences and criteria sets. */

import type { Movement } from '../../core/movement/movement.ts';
import { MOVEMENTS } from '../../core/movements/index.ts';
import { formatPoints } from '../../core/quantity/points.ts';
import { parseArguments } from '../arguments.ts';
import { movementDocument, setPoints } from '../movements-json.ts';
import { tableLines } from '../terminal/table.ts';
import { refuse } from '../usage-error.ts';

const HELP = `Liệt kê các phong trào có sẵn: kế hoạch, đối tượng, bộ tiêu chí.

Cách dùng: movements [--json]

Ví dụ:
  movements
  movements --json
`;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function movements(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (positionals.length > 0) refuse(`Lệnh movements không nhận "${positionals[0]}".`);
  if (values.help) process.stdout.write(HELP);
  else if (values.json) process.stdout.write(`${JSON.stringify(MOVEMENTS.map(movementDocument), null, 2)}\n`);
  else process.stdout.write(`${MOVEMENTS.map(movementText).join('\n\n')}\n`);
  return 0;
}

function movementText(movement: Movement): string {
  const { plan, issuer, period } = movement;
  const number = plan.number ?? 'số để trống';
  const sets = movement.criteriaSets.map((set) => [
    set.audience,
    movement.audiences.find((audience) => audience.kind === set.audience)?.name ?? '',
    set.phase ?? '',
    String(set.criteria.length),
    set.scored ? formatPoints(setPoints(set)) : 'không chấm điểm',
  ]);
  const columns = [
    { title: '--audience' },
    { title: 'Đối tượng', max: 50 },
    { title: 'Giai đoạn' },
    { title: 'Tiêu chí', align: 'right' },
    { title: 'Điểm', align: 'right' },
  ] as const;
  return [
    `${movement.id}: ${movement.title}`,
    `  UBND ${issuer.commune}, ${issuer.province} · ${number} · ${period.from ?? '…'} đến ${period.to}`,
    ...tableLines(columns, sets).map((line) => `  ${line}`),
  ].join('\n');
}
