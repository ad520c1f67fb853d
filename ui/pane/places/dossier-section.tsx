/**
 * Faults and questions in this workbook's dossier, grouped by cause, each row by its name with a button that opens it.
 */
import { Button } from '@fluentui/react-components';
import { groupBy } from '../../../core/base/group-by.ts';
import type { CellToCheck } from '../../../session/book/own-movement.ts';
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { Icon } from '../../icons.tsx';
import { rovingKeys } from '../../roving-focus.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { VersionSection } from './version-section.tsx';

type Dossier = NonNullable<Workspace['dossier']>;

export function DossierSection({ toCheck, changed, held = 0 }: Pick<Dossier, 'toCheck' | 'changed' | 'held'>) {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const faults = toCheck.filter(({ kind }) => kind === 'fault');
  const questions = toCheck.filter(({ kind }) => kind === 'question');
  return (
    <section className={styles.section} aria-label="Hồ sơ phong trào">
      {changed.length === 0 ? null : <VersionSection changed={changed} />}
      {faults.length === 0 ? (
        <p className={styles.note}>
          <Icon name="done" />
          Hồ sơ không có chỗ nào sai.
        </p>
      ) : (
        <Places heading={`Cần sửa trong hồ sơ phong trào (${faults.length})`} toCheck={faults} />
      )}
      {held === 0 ? null : (
        <p
          className={styles.quiet}
        >{`${held} chỗ khác soát được khi đã sửa các chỗ trên: có thể chỉ vì chúng mà ra.`}</p>
      )}
      {questions.length === 0 ? null : (
        <details open={faults.length === 0 && questions.length <= 5}>
          <summary>{`Cần xác nhận trong hồ sơ phong trào (${questions.length})`}</summary>
          <Places heading="" toCheck={questions} />
        </details>
      )}
      <div className={styles.row}>
        <Button
          disabled={state.work !== null}
          onClick={() => void actions.act('Đang soát hồ sơ', () => session.reviewDossier())}
        >
          Soát hồ sơ
        </Button>
        <span className={styles.quiet}>Đánh dấu từng chỗ ở ô của nó, cho ai sửa bằng trang tính.</span>
      </div>
    </section>
  );
}

const ICONS = { fault: 'warning', question: 'info' } as const;

function Places({ heading, toCheck }: { readonly heading: string; readonly toCheck: readonly CellToCheck[] }) {
  const styles = usePaneStyles();
  const { actions } = usePane();
  const causes = [...groupBy(toCheck, ({ kind, message }) => `${kind} ${message}`).values()];
  return (
    <>
      {heading === '' ? null : <h2 className={styles.heading}>{heading}</h2>}
      <ul className={styles.list} onKeyDown={rovingKeys}>
        {causes.map(([first, ...others], index) =>
          first === undefined ? null : (
            <li key={`${first.sheet} ${first.cell} ${first.message}`} className={styles.card}>
              <span className={styles.note}>
                <Icon name={ICONS[first.kind]} />
                <span>{first.message}</span>
              </span>
              {[first, ...others].map(({ sheet, cell, name }, at) => (
                <button
                  key={`${sheet} ${cell}`}
                  type="button"
                  data-roving
                  tabIndex={index === 0 && at === 0 ? 0 : -1}
                  className={styles.choice}
                  disabled={sheet === ''}
                  onClick={() => void actions.select({ sheet, address: cell === '' ? 'A1' : cell })}
                >
                  <span className={styles.quiet}>{name}</span>
                </button>
              ))}
            </li>
          ),
        )}
      </ul>
    </>
  );
}
