/**
 * The leftovers of a plan's reading: open questions, grids without a meaning, unused figures; several can be settled at
 * once.
 */
import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { capitalised } from '../../core/movement/rules/wording.ts';
import type { PlanReading } from '../../core/plan/extract-plan.ts';
import { periodText } from '../../core/plan/questions.ts';
import { dismissed, type OpenGrid, takenAsTargets, withGrid } from '../../session/plan/leftovers.ts';
import { type PlanDraft, withPeriod } from '../../session/plan/plan-draft.ts';
import { Empty } from '../empty.tsx';
import { numberWords } from './finding-words.ts';
import { usePlanStyles } from './use-plan-styles.ts';

interface LeftoverListProps extends Pick<PlanReading, 'leftovers' | 'setAside' | 'questions'> {
  readonly draft: PlanDraft;
  readonly grids: readonly OpenGrid[];
  readonly onDraft: (draft: PlanDraft) => void;
}

export function LeftoverList({ draft, leftovers, setAside, questions, grids, onDraft }: LeftoverListProps) {
  const styles = usePlanStyles();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const open = [...leftovers, ...setAside].filter(({ offset }) => chosen.has(offset)).map(({ offset }) => offset);
  const item = ({ offset, value, unit, text, section, why }: PlanReading['leftovers'][number]) => (
    <li key={offset} className={styles.card}>
      <Checkbox
        checked={chosen.has(offset)}
        onChange={() => toggle(offset)}
        label={`${value === null ? '' : `${[numberWords(value), unit].join(' ').trim()}: `}${text} (${section === '' ? '' : `mục ${section}, `}${why})`}
      />
    </li>
  );
  const act = (next: PlanDraft): void => {
    setChosen(new Set());
    onDraft(next);
  };
  const toggle = (offset: number): void => {
    const next = new Set(chosen);
    if (!next.delete(offset)) next.add(offset);
    setChosen(next);
  };
  if (leftovers.length + setAside.length + questions.length === 0)
    return <Empty>Mọi con số của kế hoạch đều đã có chỗ.</Empty>;
  return (
    <div className={styles.form}>
      {questions.map(({ code, offset, text, periods = [] }) => (
        <div key={`${code}-${offset}`} className={styles.card}>
          <p>{text}</p>
          <span className={styles.row}>
            {periods.map((period) => (
              <Button key={period.to} size="small" onClick={() => act(withPeriod(draft, period))}>
                {capitalised(periodText(period))}
              </Button>
            ))}
          </span>
        </div>
      ))}
      {grids.map((grid) => (
        <GridCard key={grid.offset} grid={grid} draft={draft} onDraft={act} />
      ))}
      {leftovers.length + setAside.length === 0 ? null : (
        <span className={styles.spread}>
          <Checkbox
            label="Chọn tất cả"
            checked={open.length === leftovers.length ? true : open.length > 0 ? 'mixed' : false}
            onChange={(_, { checked }) =>
              setChosen(new Set(checked === true ? leftovers.map(({ offset }) => offset) : []))
            }
          />
          <Button disabled={open.length === 0} onClick={() => act(takenAsTargets(draft, open))}>
            Là chỉ tiêu
          </Button>
          <Button disabled={open.length === 0} onClick={() => act(dismissed(draft, open))}>
            Không phải
          </Button>
        </span>
      )}
      <ul className={styles.list}>{leftovers.map(item)}</ul>
      {setAside.length === 0 ? null : (
        <details>
          <summary>{`${setAside.length} số kể lại hoặc tính từ số khác, không dùng`}</summary>
          <ul className={styles.list}>{setAside.map(item)}</ul>
        </details>
      )}
    </div>
  );
}

interface GridCardProps {
  readonly grid: OpenGrid;
  readonly draft: PlanDraft;
  readonly onDraft: (draft: PlanDraft) => void;
}

/** A grid with one question, its guess filled in. */
function GridCard({ grid, draft, onDraft }: GridCardProps) {
  const styles = usePlanStyles();
  const [guess, setGuess] = useState(grid.guess);
  const columnName = (at: number): string => grid.names[at] || `Cột ${at + 1}`;
  const columns = (grid.rows[0] ?? []).map((_, at) => at);
  return (
    <section className={styles.card} aria-label="Bảng chưa hiểu">
      <h2 className={styles.heading}>Cột nào là chỉ tiêu, cột nào là mức?</h2>
      <label className={styles.spread}>
        Chỉ tiêu
        <select value={guess.name ?? ''} onChange={({ target }) => setGuess({ ...guess, name: Number(target.value) })}>
          {columns.map((at) => (
            <option key={at} value={at}>
              {columnName(at)}
            </option>
          ))}
        </select>
      </label>
      {columns
        .filter((at) => at !== guess.name)
        .map((at) => (
          <Checkbox
            key={at}
            label={`Mức: ${columnName(at)}`}
            checked={guess.levels.includes(at)}
            onChange={(_, { checked }) =>
              setGuess({
                ...guess,
                levels: checked === true ? [...guess.levels, at].sort() : guess.levels.filter((level) => level !== at),
              })
            }
          />
        ))}
      <div>
        <table>
          <tbody>
            {grid.rows.slice(0, SHOWN).map((row) => (
              <tr key={row.join('|')}>
                {row.map((text, at) => (
                  <td key={columnName(at) + String(at)}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <span className={styles.spread}>
        <Button
          appearance="primary"
          disabled={guess.name === null || guess.levels.length === 0}
          onClick={() => onDraft(withGrid(draft, grid.offset, guess))}
        >
          Lấy cả bảng
        </Button>
        <Button onClick={() => onDraft(dismissed(draft, [grid.offset]))}>Không phải chỉ tiêu</Button>
      </span>
    </section>
  );
}
/** Rows of the grid that show what it is. */
const SHOWN = 4;
