/** The figures as files and rows for others: a workbook, .csv, the clipboard, the captures file, the evidence. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { formatNumber } from '../../../core/base/quantity/points.ts';
import type { ChangeOf } from '../../../core/sheets/indicator-cells.ts';
import { indicatorReport } from '../../../core/sheets/indicator-sheet.ts';
import { indicatorCsv, indicatorTsv } from '../../../core/sheets/indicator-text.ts';
import { capturesFile } from '../../exports/captures-file.ts';
import { changesIn } from '../../exports/changes.ts';
import { evidenceZip } from '../../exports/evidence.ts';
import { type Choices, capturesOf, type FigureFilter, figuresBefore } from '../../exports/selection.ts';
import { useStore } from '../../live/use-store.ts';
import type { FigureRecord } from '../../store/records.ts';
import { download } from '../download.ts';
import { Section } from './section.tsx';
import { today } from './today.ts';
import { useWork } from './use-work.ts';
import { WantedFields } from './wanted-fields.tsx';

interface Props {
  readonly wanted: FigureFilter;
  readonly choices: Choices;
  readonly onChange: (part: Partial<FigureFilter>) => void;
  /** undefined while they are looked for. */
  readonly figures: readonly FigureRecord[] | undefined;
}

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  count: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function FiguresSection({ wanted, choices, onChange, figures }: Props) {
  const styles = useStyles();
  const db = useStore();
  const work = useWork();
  const observations = (figures ?? []).map(({ observation }) => observation);
  const captures = capturesOf(figures ?? []);
  const isIdle = work.done === null && observations.length > 0;
  const changes = async (): Promise<ChangeOf> => {
    const all = changesIn([...(await figuresBefore(db, figures ?? [])), ...(figures ?? [])]);
    return (observation) => all.get(observation) ?? null;
  };
  const save = (ending: string, content: (change: ChangeOf) => string | Uint8Array<ArrayBuffer>, type: string) =>
    work.run(async () => {
      const name = `so-lieu-cong-${today()}.${ending}`;
      download(name, content(await changes()), type);
      return { kind: 'done', text: `Đã tạo ${name}: ${countText(figures ?? [])}.` };
    }, 'Không tạo được tệp. Hãy chọn ít số liệu hơn rồi thử lại.');
  const copy = () =>
    work.run(async () => {
      await navigator.clipboard.writeText(indicatorTsv(observations, await changes()));
      return { kind: 'done', text: `Đã chép ${formatNumber(observations.length)} dòng: dán vào Excel.` };
    }, 'Trình duyệt không cho chép. Hãy tải tệp Excel.');
  const saveEvidence = () =>
    work.run(async () => {
      const name = `bang-chung-${today()}.zip`;
      download(name, await evidenceZip(db, captures), 'application/zip');
      return { kind: 'done', text: `Đã tạo ${name}: bằng chứng của ${captures.length} bản chụp, kèm mã băm.` };
    }, 'Không tạo được tệp bằng chứng. Hãy chọn ít bản chụp hơn rồi thử lại.');
  return (
    <Section title="Xuất số liệu" work={work}>
      <WantedFields wanted={wanted} choices={choices} onChange={onChange} />
      <p className={styles.count} role="status">
        {figures === undefined ? 'Đang tìm…' : countText(figures)}
      </p>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={!isIdle}
          onClick={() => save('xlsx', (change) => new Uint8Array(indicatorReport(observations, change)), XLSX)}
        >
          Tải tệp Excel
        </Button>
        <Button disabled={!isIdle} onClick={copy}>
          Chép để dán vào Excel
        </Button>
        <Button
          disabled={!isIdle}
          onClick={() => save('csv', (change) => indicatorCsv(observations, change), 'text/csv')}
        >
          Tải tệp CSV
        </Button>
        <Button disabled={!isIdle} onClick={() => save('json', () => capturesFile(observations), 'application/json')}>
          Tải tệp số liệu (.json)
        </Button>
        <Button disabled={!isIdle} onClick={saveEvidence}>
          Tải bằng chứng (.zip)
        </Button>
      </div>
    </Section>
  );
}

function countText(figures: readonly FigureRecord[]): string {
  return figures.length === 0
    ? 'Không có số liệu nào được chọn.'
    : `${formatNumber(figures.length)} số liệu của ${formatNumber(capturesOf(figures).length)} bản chụp`;
}
