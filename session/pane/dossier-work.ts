/** What an officer can have done about the movement itself: its criteria, its dossier, its versions, its units. */
import type { Result } from '../../core/base/result.ts';
import type { CellTold } from '../book/own-movement.ts';
import type { Host, UndoRecord } from '../host/port.ts';
import type { Done, PaneSession } from './pane-session.ts';

export type DossierWork = Pick<
  PaneSession,
  'openCriteria' | 'reviewDossier' | 'versionChanges' | 'newVersion' | 'takeOldUnits' | 'takeMovement' | 'takeDossier'
>;

interface DossierTools {
  readonly host: Host;
  /** The same while the results are closed. */
  readonly bare: Host;
  readonly finish: (
    record: UndoRecord | null,
    said: readonly string[],
    left?: readonly string[],
  ) => Promise<Result<Done>>;
}

const TAKEN = 'Đã đưa hồ sơ phong trào vào sổ. Xem lại bộ tiêu chí đề xuất ở mục Tiêu chí rồi tạo mẫu.';

export function dossierWork({ host, bare, finish }: DossierTools): DossierWork {
  return {
    openCriteria: async (audience) => {
      const { openCriteria } = await import('../book/open-criteria.ts');
      const opened = await openCriteria(host, audience);
      if (!opened.ok) return opened;
      const said = 'Sửa tiêu chí ngay trong trang tính này rồi bấm Kiểm tra và chấm điểm.';
      return finish(opened.value.undo, [said], opened.value.refused);
    },
    takeMovement: async (movement, pictures) => {
      const { takeMovement } = await import('../book/take-dossier.ts');
      const taken = await takeMovement(host, movement, [], pictures);
      return taken.ok ? finish(taken.value.undo, [TAKEN]) : taken;
    },
    takeDossier: async ({ bytes }) => {
      const { takeDossier } = await import('../book/take-dossier.ts');
      const taken = await takeDossier(host, bytes);
      return taken.ok ? finish(taken.value.undo, [TAKEN]) : taken;
    },
    reviewDossier: async () => {
      const { reviewDossier } = await import('../book/review-dossier.ts');
      const reviewed = await reviewDossier(host);
      if (!reviewed.ok) return reviewed;
      const { told, undo: record, refused } = reviewed.value;
      return finish(record, [reviewedText(told)], refused);
    },
    versionChanges: async () => (await import('../book/new-version.ts')).versionChanges(bare),
    newVersion: async () => {
      const made = await (await import('../book/new-version.ts')).newVersion(host);
      return made.ok ? finish(made.value.undo, made.value.said) : made;
    },
    takeOldUnits: async (files) => {
      const taken = await (await import('../book/take-old-units.ts')).takeOldUnits(host, files);
      if (!taken.ok) return taken;
      const { units, communes, questions, undo: record } = taken.value;
      return finish(record, [`Đã nhận ${units} đơn vị của ${communes.join(', ')} vào trang “Đơn vị”.`], questions);
    },
  };
}

function reviewedText(told: readonly CellTold[]): string {
  const faults = told.filter(({ kind }) => kind === 'fault').length;
  const asked = told.length - faults > 0 ? `${told.length - faults} chỗ cần xác nhận` : '';
  if (faults > 0) return `Hồ sơ có ${faults} chỗ cần sửa${asked === '' ? '' : `, ${asked}`}.`;
  return `Hồ sơ dùng được, ${asked === '' ? 'không có chỗ nào cần sửa' : `còn ${asked}`}.`;
}
