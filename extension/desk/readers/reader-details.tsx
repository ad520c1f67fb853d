/** The figures that a taught reader reads from its page, column by column. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { formatNumber } from '../../../core/base/quantity/points.ts';
import { READERS } from '../../../core/portal/capture/registry.ts';
import { addressText } from '../../../core/portal/capture/taught-reader/address.ts';
import type { PeriodPlace, TaughtFigure, TaughtReader } from '../../../core/portal/capture/taught-reader/definition.ts';
import { indicatorName } from '../../../core/portal/indicator/indicator-name.ts';
import { KIND_WORDS } from '../../panel/point/answers.ts';

const useStyles = makeStyles({
  facts: { margin: 0, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  list: { margin: '4px 0 8px', paddingInlineStart: '20px', overflowWrap: 'anywhere' },
  name: { margin: 0, overflowWrap: 'anywhere' },
});

export function ReaderDetails({ definition }: { readonly definition: TaughtReader }) {
  const styles = useStyles();
  const { address, version, instead, tables } = definition;
  const refused = READERS.find(({ id }) => id === instead);
  return (
    <>
      <p className={styles.facts}>
        {addressText(address)} · phiên bản {version}
      </p>
      {refused && <p className={styles.facts}>Thay cho: {refused.label}</p>}
      <details>
        <summary>Các cột được đọc</summary>
        {tables.map((table) => (
          <div key={`${table.heading} ${table.unit.header} ${table.figures[0]?.indicator}`}>
            <p className={styles.name}>
              {table.heading === null ? 'Bảng không có tiêu đề' : `Bảng “${table.heading}”`}
            </p>
            <ul className={styles.list}>
              <li>
                {table.unit.header}: tên đơn vị{table.unit.name === null ? '' : ` (đã chỉ “${table.unit.name}”)`}
              </li>
              {table.figures.map((figure) => (
                <li key={figure.header}>
                  {figure.header}: {indicatorName(figure.indicator)} ({kindText(figure)})
                </li>
              ))}
              <li>Kỳ: {placeText(table.period)}</li>
            </ul>
          </div>
        ))}
      </details>
    </>
  );
}

function kindText(figure: TaughtFigure): string {
  const words = KIND_WORDS[figure.kind].toLowerCase();
  return figure.kind === 'score' && figure.max !== null ? `${words}, tối đa ${formatNumber(figure.max)}` : words;
}

function placeText(place: PeriodPlace): string {
  switch (place.from) {
    case 'heading':
      return 'ở tiêu đề';
    case 'address':
      return `ở địa chỉ trang (${[place.month, place.quarter, place.year].filter((name) => name !== null).join(', ')})`;
    case 'column':
      return `ở cột “${place.header}”`;
    case 'asked':
      return 'hỏi mỗi lần';
  }
}
