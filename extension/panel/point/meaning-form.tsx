/**
 * What the columns mean, where the period is, the name of the source: confirmed once, tried on this very page, stored.
 */
import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { hanoiTime } from '../../../core/base/period/hanoi-time.ts';
import type {
  TaughtAddress,
  TaughtFigure,
  TaughtReader,
  TaughtTable,
} from '../../../core/portal/capture/taught-reader/definition.ts';
import { WHOLE_PAGE } from '../../../core/portal/capture/taught-reader/outline.ts';
import {
  type ColumnProposal,
  columnProposals,
  proposedAddress,
} from '../../../core/portal/capture/taught-reader/propose.ts';
import { cleanText } from '../../../core/portal/capture/taught-reader/text.ts';
import type { Output } from '../../messages/contract.ts';
import { Notice } from '../../pieces/notice.tsx';
import { send } from '../../pieces/send.ts';
import { Waiting } from '../../pieces/waiting.tsx';
import { ERROR_TEXT, periodText } from '../../pieces/words.ts';
import { CheckField } from '../../settings-form/check-field.tsx';
import { type ColumnAnswer, figureOf, firstAnswer, NOT_TAKEN } from './answers.ts';
import { ColumnField } from './column-field.tsx';
import type { PointedTable } from './page-tables.ts';

interface Props {
  readonly captureId: string;
  readonly table: PointedTable;
  readonly row: number;
  readonly column: number;
  /** Title of the page, offered as the name of the source. */
  readonly title: string;
  /** Bundled reader whose reading she refused. */
  readonly instead: string | null;
  /** The taught reader for this page, if it has one. */
  readonly before: TaughtReader | null;
  readonly onKept: () => void;
}

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    margin: 0,
    minWidth: 0,
  },
  unit: { margin: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** Where the page names no period, the panel asks the officer for it at each press. */
const ASKED: Output<'point.periods'> = [{ place: { from: 'asked' }, period: null }];

/** undefined until the worker has answered: a reader stored before that would ask for a period that the page names. */
function usePeriods(id: string, { part, at }: PointedTable, row: number): Output<'point.periods'> | undefined {
  const [periods, setPeriods] = useState<Output<'point.periods'>>();
  useEffect(() => {
    let over = false;
    void send('point.periods', { id, part, table: at, row }).then((reply) => {
      if (!over) setPeriods(reply.ok && reply.data.length > 0 ? reply.data : ASKED);
    });
    return () => {
      over = true;
    };
  }, [id, part, at, row]);
  return periods;
}

export function MeaningForm({ captureId, table, row, column, title, instead, before, onKept }: Props) {
  const styles = useStyles();
  const { outline, part, url } = table;
  const proposals = useMemo(() => columnProposals(outline, column, row), [outline, column, row]);
  const periods = usePeriods(captureId, table, row);
  const offered = useMemo(() => proposedAddress(url), [url]);
  const [answers, setAnswers] = useState(() => proposals.map(firstAnswer));
  const [period, setPeriod] = useState(0);
  const [source, setSource] = useState<Source>({
    label: before?.label ?? cleanText(title).slice(0, 120),
    query: offered?.query ?? [],
    adding: false,
  });
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState<string>();
  const unit = cleanText(outline.rows[row]?.cells[column]?.text ?? '');

  if (!offered) return <Notice kind="error">Trang này không có địa chỉ web, nên không giữ được cách đọc.</Notice>;
  if (proposals.length === 0) return <Notice kind="warning">Bảng này không có cột số liệu nào.</Notice>;

  const keep = async () => {
    const unsaid = proposals.find((_, at) => answers[at]?.indicator !== NOT_TAKEN && answers[at]?.reading === '');
    if (unsaid) return setReason(`Hãy chọn cách đọc số của cột “${unsaid.header}”.`);
    const own: TaughtTable = {
      heading: outline.heading === '' ? null : outline.heading,
      unit: { header: outline.headers[column] ?? '', name: outline.headers[column] === WHOLE_PAGE ? null : unit },
      figures: figuresOf(proposals, answers),
      period: periods?.[period]?.place ?? { from: 'asked' },
    };
    setBusy(true);
    const reply = await send('reader.make', {
      id: captureId,
      part,
      pointed: {
        id: before?.id ?? `kept-${crypto.randomUUID()}`,
        label: cleanText(source.label),
        address: before && source.adding ? before.address : { ...offered, query: source.query },
        instead: before?.instead ?? instead,
        tables: before && source.adding ? [...before.tables, own] : [own],
      },
      day: hanoiTime(new Date(Date.now())).slice(0, 10),
    });
    setBusy(false);
    if (!reply.ok) setReason(ERROR_TEXT[reply.code]);
    else if (reply.data.kind === 'refused') setReason(reply.data.reason);
    else onKept();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <p className={styles.unit}>
        Đơn vị: <span className={styles.name}>{unit}</span>. Xác nhận nghĩa của từng cột số:
      </p>
      {proposals.map((proposal, at) => {
        const answer = answers[at];
        return answer ? (
          <ColumnField
            key={proposal.column}
            proposal={proposal}
            answer={answer}
            onAnswer={(changed) => setAnswers(answers.with(at, changed))}
          />
        ) : null;
      })}
      {periods === undefined ? (
        <Waiting label="Đang tìm kỳ của số liệu…" />
      ) : (
        <PeriodField {...{ periods, period, onPeriod: setPeriod }} />
      )}
      <SourceFields {...{ before, offered, source, onSource: setSource }} />
      {reason === undefined ? null : <Notice kind="error">{reason}</Notice>}
      <div>
        <Button type="submit" appearance="primary" disabled={busy || periods === undefined}>
          Giữ cách đọc này
        </Button>
      </div>
    </form>
  );
}

/** Figures of the columns that were taken. */
function figuresOf(proposals: readonly ColumnProposal[], answers: readonly ColumnAnswer[]): TaughtFigure[] {
  return proposals.flatMap(({ header, text }, at) => {
    const answer = answers[at];
    return (answer && figureOf(answer, header, text)) ?? [];
  });
}

interface PeriodFieldProps {
  readonly periods: Output<'point.periods'>;
  /** Index of the chosen one. */
  readonly period: number;
  readonly onPeriod: (period: number) => void;
}

function PeriodField({ periods, period, onPeriod }: PeriodFieldProps) {
  return (
    <Field label="Kỳ của số liệu đọc ở đâu">
      <Select value={String(period)} onChange={(_, { value }) => onPeriod(Number(value))}>
        {periods.map((period, at) => (
          <option key={placeText(period)} value={String(at)}>
            {placeText(period)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface Source {
  readonly label: string;
  /** Parts of the address that must be there. */
  readonly query: TaughtAddress['query'];
  /** The table comes beside those the page's reader has. */
  readonly adding: boolean;
}

interface SourceFieldsProps extends Pick<Props, 'before'> {
  readonly offered: TaughtAddress;
  readonly source: Source;
  readonly onSource: (source: Source) => void;
}

/** What the source is called, which pages it is, and what becomes of the reader the page has. */
function SourceFields({ before, offered, source, onSource }: SourceFieldsProps) {
  const { label, query, adding } = source;
  const change = (part: Partial<Source>) => onSource({ ...source, ...part });
  return (
    <>
      <Field label="Tên nguồn số liệu" hint={`Dùng cho trang ${offered.host}${offered.path}`}>
        <Input value={label} maxLength={120} onChange={(_, { value }) => change({ label: value })} />
      </Field>
      {before === null || !adding
        ? offered.query.map((item) => (
            <CheckField
              key={item.name}
              label={`Chỉ khi địa chỉ có ${item.name}=${item.value}`}
              checked={query.includes(item)}
              onChange={(checked) =>
                change({ query: offered.query.filter((entry) => (entry === item ? checked : query.includes(entry))) })
              }
            />
          ))
        : null}
      {before !== null && (
        <Field label={`Trang này đã có cách đọc “${before.label}”`}>
          <Select value={adding ? 'add' : 'replace'} onChange={(_, { value }) => change({ adding: value === 'add' })}>
            <option value="replace">Thay bằng bảng này</option>
            <option value="add">Đọc thêm cả bảng này</option>
          </Select>
        </Field>
      )}
    </>
  );
}

/** `Ở tiêu đề: tháng 9 năm 2025`. */
function placeText({ place, period }: Output<'point.periods'>[number]): string {
  const now = period === null ? '' : `: ${periodText(period)}`;
  switch (place.from) {
    case 'heading':
      return `Ở tiêu đề${now}`;
    case 'address':
      return `Ở địa chỉ trang${now}`;
    case 'column':
      return `Ở cột “${place.header}”${now}`;
    case 'asked':
      return 'Trang không ghi, hỏi tôi mỗi lần';
  }
}
