/**
 * What was stored of a settled capture: each figure, and of those corrected by hand also what was read, and why it was
 * changed.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import { formatNumber } from '../../../core/base/quantity/points.ts';
import { indicatorName } from '../../../core/portal/indicator/indicator-name.ts';
import { TakeBack } from '../../panel/take-back.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { countsText, periodText, valueText } from '../../pieces/words.ts';
import { isDiscarded } from '../../store/captures.ts';
import { figureCorrections, periodCorrection } from '../../store/corrections.ts';
import type { CaptureRecord, FigureCorrection } from '../../store/records.ts';
import { ofWantedPeriod } from '../../store/series.ts';
import { DeskLink } from '../desk-link.tsx';
import { routeTo } from '../route.ts';

const useStyles = makeStyles({
  wide: { overflowX: 'auto' },
  table: {
    borderCollapse: 'collapse',
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      padding: '6px 16px 6px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      fontWeight: tokens.fontWeightRegular,
    },
    '& [data-figure]': { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
    '& thead th': { color: tokens.colorNeutralForeground2 },
  },
  value: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export function StoredFigures({ record }: { readonly record: CaptureRecord }) {
  const styles = useStyles();
  const { observations, corrections, duplicateOf } = record;
  if (isDiscarded(record)) {
    return (
      <>
        <Notice kind="info">Bản chụp này đã bỏ: không có số nào được lưu. Bằng chứng vẫn còn.</Notice>
        <TakeBack id={record.id} />
      </>
    );
  }
  if (duplicateOf !== null) {
    return <Notice kind="info">Số liệu trùng với lần trước: giữ một bản, không lưu thêm. Bằng chứng vẫn còn.</Notice>;
  }
  if (record.state === 'withdrawn') {
    const why = record.history?.at(-1)?.reason ?? '';
    return (
      <Notice kind="info">
        Đã rút lại{why === '' ? '' : ` vì: ${why}`}. Các số không tính nữa; số cũ nằm ở mục Lịch sử.
      </Notice>
    );
  }
  const figures = figureCorrections(corrections);
  const byHand = new Map(figures.map((figureCorrection) => [figureCorrection.indicator, figureCorrection]));
  const period = periodCorrection(corrections);
  const wanted = ofWantedPeriod(observations);
  const course = observations.filter((observation) => !wanted.includes(observation));
  return (
    <div className={styles.wide}>
      {period && (
        <p className={styles.quiet}>
          Kỳ sửa tay: {periodText(period.value)}; trang ghi {periodText(period.read)}.
        </p>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Chỉ số</th>
            <th scope="col" data-figure>
              Đã lưu
            </th>
            <th scope="col">Bằng chứng</th>
          </tr>
        </thead>
        <tbody>
          {wanted.flatMap(({ indicator, value, max, numerator, denominator }) => {
            const figure = {
              ...{ indicator, value, max: max ?? null },
              ...{ numerator: numerator ?? null, denominator: denominator ?? null },
            };
            const correction = byHand.get(indicator);
            return [
              <tr key={indicator}>
                <th scope="row">{indicatorName(indicator)}</th>
                <td data-figure>
                  <div className={styles.value}>{valueText(figure)}</div>
                  <div className={styles.quiet}>{countsText(figure)}</div>
                </td>
                <td>
                  <DeskLink
                    href={routeTo('ban-chup', `${record.id}/${indicator}`)}
                    aria-label={`Xem ô: ${indicatorName(indicator)}`}
                  >
                    Xem ô
                  </DeskLink>
                </td>
              </tr>,
              // A column of its own would break into syllables in a narrow window.
              correction && (
                <tr key={`${indicator}-sua`}>
                  <td colSpan={3} className={styles.quiet}>
                    {correctionText(correction)}
                  </td>
                </tr>
              ),
            ];
          })}
        </tbody>
      </table>
      {course.length > 0 && (
        <p className={styles.quiet}>
          Kèm diễn biến tổng điểm trong cùng câu trả lời:{' '}
          {course.map(({ period: of, value }) => `${periodText(of ?? '')} ${formatNumber(value ?? 0)}`).join('; ')}.
        </p>
      )}
    </div>
  );
}

function correctionText(correction: FigureCorrection): string {
  const read = correction.read === null ? 'chưa công bố' : formatNumber(correction.read);
  return `Sửa tay: số gốc đọc được: ${read}. Lý do sửa: ${correction.reason}`;
}
