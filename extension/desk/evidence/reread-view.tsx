/** What today's readers make of the evidence, beside what was stored. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { formatNumber } from '../../../core/base/quantity/points.ts';
import { useFail, useStore } from '../../live/use-store.ts';
import { Notice } from '../../pieces/notice.tsx';
import { Waiting } from '../../pieces/waiting.tsx';
import type { CaptureRecord } from '../../store/records.ts';
import { type Reread, type RereadRow, reread } from './reread.ts';

const useStyles = makeStyles({
  wide: { overflowX: 'auto' },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      padding: '5px 12px 5px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& thead th': { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
  },
});

export function RereadView({ record }: { readonly record: CaptureRecord }) {
  const styles = useStyles();
  const db = useStore();
  const fail = useFail();
  const [read, setRead] = useState<Reread>();
  useEffect(() => {
    let over = false;
    void reread(db, record).then((found) => {
      if (!over) setRead(found);
    }, fail);
    return () => {
      over = true;
    };
  }, [db, record, fail]);
  if (!read) return <Waiting label="Đang đọc lại…" />;
  if (read.kind === 'evidence-changed') {
    return <Notice kind="error">Bằng chứng đã bị thay đổi hoặc không còn, nên không đọc lại.</Notice>;
  }
  if (read.kind === 'not-found') return <Notice kind="warning">Không tìm thấy: {read.reason}</Notice>;
  const { reader, rows, units } = read;
  const was = record.observations[0]?.provenance.reader;
  const known = rows.filter((row) => row.stored !== undefined);
  const changed = known.filter((row) => row.stored !== row.today).length;
  const more = rows.length - known.length;
  return (
    <>
      <p style={{ margin: 0 }}>
        Cách đọc hôm nay: {reader.id}, bản {reader.version}
        {was && `; lúc lưu: ${was.id}, bản ${was.version}`}.
      </p>
      {rows.length === 0 ? (
        <Notice kind="info">
          Đọc được số liệu{units > 0 && ` của ${units} đơn vị`}; chưa có số nào được lưu từ bản chụp này để đối chiếu.
        </Notice>
      ) : (
        <>
          {changed === 0 ? (
            <Notice kind="done">
              Đọc lại ra đúng {known.length} số đã đọc khi lưu{more > 0 && `, thêm ${more} số mới đọc được`}.
            </Notice>
          ) : (
            <Notice kind="warning">
              {changed} trong {known.length} số đọc lại khác với khi lưu.
            </Notice>
          )}
          <div className={styles.wide}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Chỉ số</th>
                  <th scope="col">Khi lưu</th>
                  <th scope="col">Đọc lại</th>
                  <th scope="col">Kết quả</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.indicator}>
                    <th scope="row">{row.name}</th>
                    <td>{figureText(row.stored)}</td>
                    <td>{figureText(row.today)}</td>
                    <td>{verdict(row)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

function figureText(figure: number | null | undefined): string {
  if (figure === undefined) return 'không có';
  return figure === null ? 'chưa công bố' : formatNumber(figure);
}

function verdict({ stored, today }: RereadRow): string {
  if (stored === undefined) return 'mới đọc được';
  if (today === undefined) return 'không còn đọc thấy';
  return stored === today ? 'như cũ' : 'khác';
}
