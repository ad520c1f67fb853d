/**
 * What each column of a report on an odd sheet was taken for: the officer checks it, corrects it, and the answer is
 * stored for the next file.
 */

import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Result } from '../../../core/base/result.ts';
import { type ColumnMeaning, MEANING_WORDS, SHARED_MEANINGS } from '../../../core/report/column-map.ts';
import type { TableReading } from '../../../core/report/tell-columns.ts';
import { ChoiceField } from '../../choice-field.tsx';
import { Icon } from '../../icons.tsx';
import { NOT_FETCHED } from '../../later.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

/** More changes than these are counted. */
const SHOWN = 8;
const REFUSED: Result<never> = { ok: false, refusal: { code: 'not-fetched', message: NOT_FETCHED } };

export function ColumnsForm({ sheet }: { readonly sheet: string }) {
  const styles = usePaneStyles();
  const { state, session } = usePane();
  const { workspace } = state;
  const [told, setTold] = useState<Result<readonly TableReading[]> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again whenever the workbook changed.
  useEffect(() => {
    let isShown = true;
    session.columnsOn(sheet).then(
      (read) => isShown && setTold(read),
      () => isShown && setTold(REFUSED),
    );
    return () => {
      isShown = false;
    };
  }, [session, sheet, workspace]);
  if (told === null) return <p className={styles.quiet}>Đang đọc các cột…</p>;
  if (!told.ok) return <p role="alert">{told.refusal.message}</p>;
  return told.value.map((table) => (
    <Table key={JSON.stringify(table.map.headings)} sheet={sheet} table={table} isOne={told.value.length === 1} />
  ));
}

interface TableProps {
  readonly sheet: string;
  readonly table: TableReading;
  readonly isOne: boolean;
}

function Table({ sheet, table, isOne }: TableProps) {
  const styles = usePaneStyles();
  const { state, session, actions } = usePane();
  const [picked, setPicked] = useState<readonly ColumnMeaning[] | null>(null);
  const meanings = picked ?? table.map.meanings;
  const busy = state.work !== null;
  const changes = useChanges(sheet, table, picked);
  const keep = async (wanted: readonly ColumnMeaning[] | null) => {
    const { headings } = table.map;
    const stored = await actions.note(() =>
      session.keepColumns({ sheet, headings, meanings: wanted }, () => undefined),
    );
    if (stored) setPicked(null);
  };
  return (
    <section className={styles.section} aria-label={isOne ? 'Cột được hiểu là' : `Cột ở trang “${table.sheet}”`}>
      <p className={styles.quiet}>
        {table.isKept ? 'Đang đọc theo cách hiểu đã giữ. ' : ''}
        {`Mỗi cột của trang “${table.sheet}” được hiểu là gì; chọn lại cột nào hiểu sai.`}
      </p>
      <ul className={styles.list}>
        {table.columns.map(({ letters, heading, isSure, values }, at) => {
          const meaning = meanings[at] ?? 'none';
          return (
            <li key={letters} className={styles.section}>
              <ChoiceField
                label={`${letters} · ${heading}`}
                {...(isSure || picked
                  ? {}
                  : { validationState: 'warning', validationMessage: 'Chưa rõ, hãy xem lại.' })}
                hint={values.length === 0 ? 'Cột trống' : values.join(' · ')}
                value={meaning}
                disabled={busy}
                onPick={(value) => setPicked(withMeaning(meanings, at, value as ColumnMeaning))}
              >
                {Object.entries(MEANING_WORDS).map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </ChoiceField>
            </li>
          );
        })}
      </ul>
      <div role="status">{picked === null ? null : <Changes changes={changes} />}</div>
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabled={busy || (picked !== null && changes?.ok !== true)}
          onClick={() => void keep(meanings)}
        >
          Dùng và giữ cho tệp sau
        </Button>
        {picked === null ? null : (
          <Button disabled={busy} onClick={() => setPicked(null)}>
            Chọn lại như cũ
          </Button>
        )}
        {table.isKept ? (
          <Button disabled={busy} onClick={() => void keep(null)}>
            Bỏ cách hiểu đã giữ
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** Clears the column that had the meaning before, because most meanings can occur only once. */
function withMeaning(meanings: readonly ColumnMeaning[], at: number, meaning: ColumnMeaning): readonly ColumnMeaning[] {
  const freed = meanings.map((columnMeaning) =>
    columnMeaning === meaning && !SHARED_MEANINGS.has(meaning) ? 'none' : columnMeaning,
  );
  return freed.with(at, meaning);
}

/** What the figures would become; null while it is not known. */
function useChanges(sheet: string, { map }: TableReading, picked: readonly ColumnMeaning[] | null) {
  const { session } = usePane();
  const [found, setFound] = useState<{ readonly of: unknown; readonly changes: Result<readonly string[]> } | null>(
    null,
  );
  useEffect(() => {
    if (picked === null) return;
    let isWanted = true;
    const tell = (changes: Result<readonly string[]>) => isWanted && setFound({ of: picked, changes });
    session.columnChanges({ sheet, headings: map.headings, meanings: picked }).then(tell, () => tell(REFUSED));
    return () => {
      isWanted = false;
    };
  }, [session, sheet, map, picked]);
  return found?.of === picked ? (found?.changes ?? null) : null;
}

function Changes({ changes }: { readonly changes: Result<readonly string[]> | null }) {
  const styles = usePaneStyles();
  if (changes === null) return <p className={styles.quiet}>Đang đọc thử…</p>;
  if (!changes.ok)
    return (
      <p className={styles.note}>
        <Icon name="warning" />
        {changes.refusal.message}
      </p>
    );
  const lines = changes.value;
  return (
    <>
      <p className={styles.strong}>
        {lines.length === 0 ? 'Số liệu đọc được không đổi.' : `Số liệu sẽ đổi (${lines.length} chỗ)`}
      </p>
      <ul className={styles.list}>
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line} className={styles.text}>
            {line}
          </li>
        ))}
      </ul>
      {lines.length > SHOWN ? <p className={styles.quiet}>{`và ${lines.length - SHOWN} chỗ khác`}</p> : null}
    </>
  );
}
