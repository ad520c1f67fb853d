/** Achievement over the years: files of earlier years taken in with their columns shown, figures of every year. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { NamedFile } from '../../../session/host/files.ts';
import type { HistoryFilesSeen } from '../../../session/received/take-history.ts';
import type { YearsSeen } from '../../../session/year/see-years.ts';
import { FileButton } from '../../file-button.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { HistoryColumns } from './history-columns.tsx';

interface FilesToConfirm {
  readonly files: readonly NamedFile[];
  readonly seen: HistoryFilesSeen;
}

export function HistorySection() {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const [toConfirm, setToConfirm] = useState<FilesToConfirm | null>(null);
  const busy = state.work !== null;
  const years = useYears();
  const take = async (files: readonly NamedFile[], shown: HistoryFilesSeen['files']) => {
    if (await actions.note(() => session.takeHistory(files, shown))) setToConfirm(null);
  };
  const look = async (files: readonly NamedFile[]) => {
    let seen: HistoryFilesSeen | null = null;
    await actions.act('Đang đọc thành tích các năm', async () => {
      const read = await session.seeHistory(files);
      if (!read.ok) return read;
      seen = read.value;
      return { ok: true, value: { workspace: null, message: '', left: '' } };
    });
    if (seen !== null) await ask(files, seen);
  };
  /** Only a table that is not of ours has columns to look over. */
  const ask = async (files: readonly NamedFile[], seen: HistoryFilesSeen) => {
    if (seen.files.some(({ own }) => !own)) setToConfirm({ files, seen });
    else await take(files, seen.files);
  };
  return (
    <section className={styles.section} aria-labelledby="history-heading">
      <h2 id="history-heading" className={styles.heading}>
        Thành tích các năm trước
      </h2>
      {years === null ? (
        <p className={styles.quiet}>
          Chưa có sổ các năm trước. Điều kiện như “2 năm liên tục”, “chưa được khen trong 3 năm” được xét theo các sổ
          chọn ở đây; chưa có thì để Hội đồng xem.
        </p>
      ) : (
        <YearsTable years={years} />
      )}
      {toConfirm === null ? null : (
        <HistoryColumns
          seen={toConfirm.seen}
          disabled={busy}
          onTake={(shown) => void take(toConfirm.files, shown)}
          onLeave={() => setToConfirm(null)}
        />
      )}
      <div className={styles.row}>
        <FileButton
          label={years === null ? 'Chọn sổ, bảng khen các năm trước' : 'Thêm sổ, bảng khen các năm trước'}
          accept=".xlsx,.xlsm,.xls,.ods"
          multiple
          disabled={busy}
          onFiles={(files) => void look(files)}
          onFault={actions.refuse}
        />
      </div>
    </section>
  );
}

/** Read again whenever the workbook changed; null = no earlier year is known. */
function useYears(): YearsSeen | null {
  const { state, session } = usePane();
  const [years, setYears] = useState<YearsSeen | null>(null);
  const { workspace } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the workspace changed
  useEffect(() => {
    let isShown = true;
    void session.seeYears().then((read) => {
      if (isShown && read.ok) setYears(read.value);
    });
    return () => {
      isShown = false;
    };
  }, [session, workspace]);
  return years;
}

const useStyles = makeStyles({
  // Many years scroll in a frame of their own.
  frame: { overflowX: 'auto', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  table: {
    '& td, & th': { padding: '4px 8px 4px 0', verticalAlign: 'top', textAlign: 'start' },
    '& td': { minWidth: '72px' },
    '& tbody th': { fontWeight: 'normal', minWidth: '96px' },
  },
});

function YearsTable({ years }: { readonly years: YearsSeen }) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { actions, state } = usePane();
  const { questions, aside, holders, lines } = years;
  const open = [...questions, ...aside];
  return (
    <>
      {open.length === 0 ? null : (
        <>
          <h3 className={styles.heading}>{`Cần trả lời ở trang “Thành tích các năm” (${open.length})`}</h3>
          <ul className={styles.list}>
            {open.map((text) => (
              <li key={text} className={styles.text}>
                {text}
              </li>
            ))}
          </ul>
          <div className={styles.row}>
            <Button
              disabled={state.work !== null}
              onClick={() => void actions.select({ sheet: 'Thành tích các năm', address: 'A1' })}
            >
              Mở trang
            </Button>
          </div>
        </>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section className={own.frame} tabIndex={0} aria-label="Thống kê các năm">
        <table className={`${styles.table} ${own.table}`} aria-label="Thành tích theo năm">
          <thead>
            <tr>
              <th scope="col">Nội dung, đơn vị, cá nhân</th>
              {years.years.map((year) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
              <th scope="col">Số lần được khen</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ label, values }) => (
              <Row key={label} name={label} values={values} last="" />
            ))}
            {holders.map(({ name, values, awards }) => (
              <Row key={name} name={name} values={values} last={String(awards)} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly values: readonly string[];
  readonly last: string;
}

function Row({ name, values, last }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {values.map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell stands for its year
        <td key={at}>{value}</td>
      ))}
      <td>{last}</td>
    </tr>
  );
}
