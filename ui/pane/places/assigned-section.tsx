/** Targets given out to units: a table pasted from the plan or a file of one, and which units have none yet. */
import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { AssignedRead } from '../../../core/sheets/assigned-sheet.ts';
import type { AssignedSeen } from '../../../session/pane/assigned-work.ts';
import { FileButton } from '../../file-button.tsx';
import { LongTextField } from '../../long-text-field.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

const NONE: AssignedSeen = { targets: [], faults: [], missing: [], withoutReport: [] };

/** `codes` of the criteria that are scored by such targets. */
export function AssignedSection({ codes }: { readonly codes: readonly string[] }) {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const [text, setText] = useState('');
  const [read, setRead] = useState(NONE);
  const { workspace } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the workspace changed
  useEffect(() => {
    let wanted = true;
    void session.assignedTargets().then((now) => {
      if (wanted && now.ok) setRead(now.value);
    });
    return () => {
      wanted = false;
    };
  }, [session, workspace]);
  const busy = state.work !== null;
  const paste = async () => {
    let unused = '';
    const isWritten = await actions.note(async () => {
      const result = await session.giveTargets(text);
      if (result.ok) unused = result.value.left;
      return result;
    });
    // With rows to correct the table stays; what stands in the workbook is not written twice.
    if (isWritten && unused === '') setText('');
  };
  return (
    <section className={styles.section} aria-label="Chỉ tiêu giao cho từng đơn vị">
      <h2 className={styles.heading}>Chỉ tiêu giao cho từng đơn vị</h2>
      <ul className={styles.list}>
        {codes.map((code) => (
          <li key={code} className={styles.text}>
            {`Tiêu chí ${code}: ${countOf(read, code)}`}
          </li>
        ))}
      </ul>
      {read.missing.map((sentence) => (
        <p key={sentence} className={styles.text}>
          {sentence}
        </p>
      ))}
      {read.withoutReport.length === 0 ? null : (
        <p className={styles.text}>
          {`Có chỉ tiêu nhưng chưa có báo cáo nào mang tên: ${read.withoutReport.join('; ')}. Kiểm tra lại tên đơn vị.`}
        </p>
      )}
      {read.faults.map((fault) => (
        <p key={fault} role="alert" className={styles.text}>
          {fault}
        </p>
      ))}
      <LongTextField
        label="Dán bảng giao chỉ tiêu (cột Đơn vị và các cột mã tiêu chí, hoặc Đơn vị, Mã tiêu chí, Chỉ tiêu giao, Kỳ)"
        value={text}
        onType={setText}
      />
      <div className={styles.row}>
        <Button disabled={busy || text.trim() === ''} onClick={() => void paste()}>
          Giao chỉ tiêu
        </Button>
        <FileButton
          label="Hoặc chọn tệp bảng (.xlsx)"
          accept=".xlsx,.xlsm"
          disabled={busy}
          onFiles={([file]) => file && void actions.note(() => session.giveTargets(file))}
          onFault={actions.refuse}
        />
      </div>
    </section>
  );
}

function countOf({ targets }: AssignedRead, code: string): string {
  const own = targets.filter(({ criterion }) => criterion === code);
  const given = new Set(own.filter(({ value }) => value !== 'none').map(({ unit }) => unit)).size;
  const none = new Set(own.filter(({ value }) => value === 'none').map(({ unit }) => unit)).size;
  if (own.length === 0) return 'chưa giao cho đơn vị nào';
  return `đã giao ${given} đơn vị${none === 0 ? '' : `, không giao ${none} đơn vị`}`;
}
