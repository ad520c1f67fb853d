/**
 * Other copies of the workbook: their decisions come into this workbook, and contradicting decisions are shown side by
 * side.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { DecisionConflict } from '../../../session/pane/workspace-data.ts';
import { FileButton } from '../../file-button.tsx';
import { Icon } from '../../icons.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { DecisionForm } from './decision-form.tsx';
import { decisionText } from './decision-text.ts';
import { momentText } from './moment-text.ts';
import { WhoField } from './who-field.tsx';

const useStyles = makeStyles({
  sides: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(120px, 100%), 1fr))', gap: '8px' },
  side: {
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStrokeAccessible,
    paddingInlineStart: '8px',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
});

export function CopiesSection() {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  return (
    <details>
      <summary>Gộp từ bản sao của sổ</summary>
      <div className={styles.section} style={{ paddingTop: 8 }}>
        <p className={styles.quiet}>
          Khi nhiều người xét trên các bản sao, chọn các bản đó để gộp quyết định và biểu quyết vào sổ này; không dòng
          nào bị bỏ.
        </p>
        <FileButton
          label="Chọn bản sao của sổ"
          accept=".xlsx,.xlsm"
          multiple
          disabled={state.work !== null}
          onFiles={(files) =>
            void actions.act('Đang gộp quyết định', (progress) => session.mergeCopies(files, progress))
          }
          onFault={actions.refuse}
        />
      </div>
    </details>
  );
}

/** Nothing when no decisions stand against each other. */
export function Conflicts() {
  const styles = usePaneStyles();
  const conflicts = usePane().state.workspace?.conflicts ?? [];
  if (conflicts.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="conflicts-heading">
      <h2
        id="conflicts-heading"
        className={styles.heading}
      >{`Quyết định khác nhau giữa các bản (${conflicts.length})`}</h2>
      <p className={styles.quiet}>Chưa quyết định nào được tính, đến khi Hội đồng quyết định lại.</p>
      <WhoField />
      <ul className={styles.list}>
        {conflicts.map((conflict) => (
          <Conflict key={conflict.sides.map(({ id }) => id).join()} conflict={conflict} />
        ))}
      </ul>
    </section>
  );
}

function Conflict({ conflict }: { readonly conflict: DecisionConflict }) {
  const styles = usePaneStyles();
  const own = useStyles();
  const queue = usePane().state.workspace?.queue ?? [];
  const { unit, criterion, sides, item: key } = conflict;
  const items = queue.find((sheet) => sheet.unit === unit)?.items ?? [];
  const item = items.find((queueItem) => queueItem.key === key);
  return (
    <li className={styles.card}>
      <span className={styles.strong}>{criterion === null ? unit : `${unit}, tiêu chí ${criterion}`}</span>
      <div className={own.sides}>
        {sides.map((side) => (
          <div key={side.id} className={own.side}>
            <span className={styles.quiet}>{side.from === null ? 'Sổ này' : `Bản “${side.from}”`}</span>
            <span className={styles.strong}>{decisionText(side)}</span>
            {side.reason === '' ? null : <span>{`Lý do: ${side.reason}`}</span>}
            <span className={styles.quiet}>{side.who}</span>
            <span className={styles.quiet}>{momentText(side.at)}</span>
          </div>
        ))}
      </div>
      {item === undefined ? (
        <p className={styles.note}>
          <Icon name="info" />
          {sides[0]?.kind === 'appraise'
            ? 'Thẩm định lại tiêu chí này ở vòng Thẩm định, hoặc để Hội đồng quyết định điểm.'
            : 'Mở phiếu của đơn vị này trong danh sách phiếu để quyết định lại.'}
        </p>
      ) : (
        <details>
          <summary>Quyết định lại</summary>
          <ul className={styles.list} style={{ paddingTop: 8 }}>
            <DecisionForm unit={unit} item={item} />
          </ul>
        </details>
      )}
    </li>
  );
}
