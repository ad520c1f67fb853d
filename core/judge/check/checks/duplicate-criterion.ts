import type { Check, Finding } from '../finding.ts';
import { type CheckRun, remarksOf } from '../run.ts';

/** Một tiêu chí đứng ở hai dòng nên không biết lấy số liệu nào. */
export const duplicateCriterion: Check<'duplicate-criterion'> = {
  code: 'duplicate-criterion',
  severity: 'error',
  doubt: 'value',
  name: 'Tiêu chí lặp',
  todo: 'Hỏi đơn vị dòng nào đúng và xóa dòng thừa.',
  find,
};

function find({ subjects }: CheckRun): readonly Finding[] {
  return subjects.flatMap((subject) =>
    remarksOf(subject, 'duplicate-row').map(({ criterion, cell, first }) => ({
      subject,
      line: criterion,
      cell,
      message: `Tiêu chí ${criterion} đứng hai lần: ở ô ${first.address} và ô ${cell.address}.`,
      data: { first: first.address, second: cell.address },
    })),
  );
}
