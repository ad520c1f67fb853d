/** A chart the session put beside a table of ours, as the preview shows it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { HostTable } from '../session/host/port.ts';
import { BarChart } from '../ui/bar-chart.tsx';
import type { ChartShown } from './host/preview-state.ts';

const useStyles = makeStyles({
  chart: {
    maxHeight: '40%',
    overflowY: 'auto',
    padding: '8px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Scrolled by keyboard too. */
const SCROLLED = { tabIndex: 0 } as const;

export function PreviewChart({ chart, table }: { readonly chart: ChartShown; readonly table: HostTable | undefined }) {
  const styles = useStyles();
  const bars = useMemo(() => barsOf(chart, table), [chart, table]);
  return (
    <section {...SCROLLED} className={styles.chart} aria-label={chart.title}>
      <h2 className={styles.title}>{chart.title}</h2>
      <p className={styles.note}>Biểu đồ chỉ hiện ở đây, không lưu vào tệp.</p>
      <BarChart bars={bars} name={`${chart.title}; số liệu đọc ở bảng phía trên`} />
    </section>
  );
}

function barsOf({ labels, values }: ChartShown, table: HostTable | undefined) {
  const label = table?.columns.indexOf(labels) ?? -1;
  const value = table?.columns.indexOf(values) ?? -1;
  return (table?.rows ?? []).flatMap((row) => {
    const number = row[value];
    return typeof number === 'number'
      ? [{ label: String(row[label] ?? ''), value: number, low: number, high: number }]
      : [];
  });
}
