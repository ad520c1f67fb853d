/** The message for Zalo: proposed, changed as the officer likes, copied. Nothing is sent from here. */
import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { formatNumber } from '../../../core/base/quantity/points.ts';
import { sourceName } from '../../../core/portal/capture/source-name.ts';
import { LONGEST_MESSAGE } from '../../../core/portal/indicator/message.ts';
import { seriesMessage } from '../../exports/message.ts';
import { useLive } from '../../live/use-store.ts';
import { TextBox } from '../../pieces/text-box.tsx';
import { periodText } from '../../pieces/words.ts';
import type { FigureRecord } from '../../store/records.ts';
import { seriesParts } from '../../store/series.ts';
import { useTargets } from '../overview/use-targets.ts';
import { Section } from './section.tsx';
import { today } from './today.ts';
import { useHeld } from './use-held.ts';
import { useWork } from './use-work.ts';

/** More choices than these are no help: the lists above narrow them. */
const MOST_OFFERED = 50;

const useStyles = makeStyles({
  wide: { width: '100%', maxWidth: '720px', '& *': { minWidth: 0 } },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export function MessageSection({
  figures,
  movement,
}: {
  readonly figures: readonly FigureRecord[];
  readonly movement: string;
}) {
  const styles = useStyles();
  const work = useWork();
  // Last captured first.
  const all = [...new Map(figures.toReversed().map((figure) => [figure.series, figure])).values()].slice(
    0,
    MOST_OFFERED,
  );
  const [picked, setPicked] = useState('');
  const series = all.find((figureRecord) => figureRecord.series === picked)?.series ?? all[0]?.series ?? '';
  const targets = useTargets(movement, today());
  const proposed = useHeld(
    useLive(
      async (db) => (targets === undefined ? undefined : seriesMessage(db, series, targets?.of ?? new Map(), today())),
      [series, targets],
    ),
  );
  const [typed, setTyped] = useState<{ readonly over: string; readonly text: string }>();
  if (series === '' || proposed === undefined) return null;
  const text = typed?.over === proposed ? typed.text : proposed;
  const copy = () =>
    work.run(async () => {
      await navigator.clipboard.writeText(text);
      return { kind: 'done', text: 'Đã chép tin nhắn: mở Zalo rồi dán.' };
    }, 'Trình duyệt không cho chép. Hãy bôi đen tin nhắn rồi bấm Ctrl+C.');
  return (
    <Section
      title="Tin nhắn Zalo"
      lead="Sửa lại cho phù hợp rồi chép. Tin nhắn này tiện ích không gửi; anh chị tự dán vào Zalo."
      work={work}
    >
      {all.length < 2 ? null : (
        <Field label="Tin về" className={styles.wide}>
          <Select value={series} onChange={(_, { value }) => setPicked(value)}>
            {all.map((figureRecord) => (
              <option key={figureRecord.series} value={figureRecord.series}>
                {seriesName(figureRecord)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field
        label="Nội dung"
        className={styles.wide}
        {...(text.length > LONGEST_MESSAGE
          ? {
              validationState: 'error',
              validationMessage: `Quá dài: Zalo chỉ nhận dưới ${formatNumber(LONGEST_MESSAGE + 1)} ký tự.`,
            }
          : {})}
      >
        {(field) => (
          <TextBox
            field={field}
            value={text}
            rows={10}
            onChange={(typed) => setTyped({ over: proposed, text: typed })}
          />
        )}
      </Field>
      <span className={styles.count}>
        {formatNumber(text.length)}/{formatNumber(LONGEST_MESSAGE)} ký tự
      </span>
      <Button disabled={text.trim() === '' || text.length > LONGEST_MESSAGE} onClick={copy}>
        Chép tin nhắn
      </Button>
    </Section>
  );
}

function seriesName({ series, observation }: FigureRecord): string {
  const { source, period } = seriesParts(series);
  return `${observation.unit.name}, ${periodText(period)} – ${sourceName(source)}`;
}
