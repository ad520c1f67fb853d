/** Xuất và sao lưu: passing figures on to others, and backing up everything. */
import { useState } from 'react';
import { Empty } from '../../../ui/empty.tsx';
import { ALL, choicesIn, type FigureFilter, figuresWanted, seriesSeen } from '../../exports/selection.ts';
import { useLive } from '../../live/use-store.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { BackupSection } from '../exports/backup-section.tsx';
import { FiguresSection } from '../exports/figures-section.tsx';
import { MessageSection } from '../exports/message-section.tsx';
import { OutboxSection } from '../exports/outbox-section.tsx';
import { RestoreSection } from '../exports/restore-section.tsx';
import { SharedSection } from '../exports/shared-section.tsx';
import { useHeld } from '../exports/use-held.ts';
import { PlacePage } from '../place-page.tsx';

export function ExportsPlace() {
  const [wanted, setWanted] = useState<FigureFilter>(ALL);
  const settings = useSettings();
  const seen = useLive(seriesSeen, []);
  const figures = useLive((db) => figuresWanted(db, wanted), [wanted]);
  const lastFigures = useHeld(figures);
  if (seen === undefined || settings === undefined) return <PlacePage title="Xuất và sao lưu" />;
  return (
    <PlacePage
      title="Xuất và sao lưu"
      lead="Mọi tệp được tạo ngay trên máy này. Chỉ phần “Gửi vào sổ chung” mới gửi số liệu, đến máy chủ anh chị tự nhập."
    >
      {seen.series.length === 0 ? (
        <Empty>Chưa có số liệu nào được xác nhận để xuất.</Empty>
      ) : (
        <>
          <FiguresSection
            wanted={wanted}
            choices={choicesIn(seen, wanted)}
            figures={figures}
            onChange={(part) => setWanted({ ...wanted, ...part })}
          />
          <MessageSection figures={lastFigures ?? []} movement={settings.movement} />
          <OutboxSection />
        </>
      )}
      <SharedSection />
      <BackupSection />
      <RestoreSection />
    </PlacePage>
  );
}
