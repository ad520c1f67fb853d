/** The movement itself: its criteria, its dossier, its versions, its units. */
import type { Result } from '../../core/base/result.ts';
import type { CriterionEdit, CriterionKey, SetEdit } from '../../core/dossier/edit-criterion.ts';
import type { CellToCheck } from '../book/own-movement.ts';
import type { VersionChanges } from '../dossier/new-version.ts';
import type { NamedFile } from '../host/files.ts';
import type { PlanDossier } from '../plan/scan-numbers.ts';
import type { WorkTools } from './tools.ts';
import type { Done } from './workspace-data.ts';

const TAKEN = 'Đã đưa hồ sơ phong trào vào sổ. Xem lại bộ tiêu chí đề xuất ở mục Tiêu chí rồi tạo mẫu.';

export type DossierWork = ReturnType<typeof dossierWork>;

export function dossierWork({ host, bare, finish }: WorkTools) {
  return {
    /** Shows the sheet the criteria of the movement are edited in, and makes it when absent. */
    openCriteria: async (audience: string): Promise<Result<Done>> => {
      const { openCriteria } = await import('../dossier/open-criteria.ts');
      const opened = await openCriteria(host, audience);
      if (!opened.ok) return opened;
      const message = 'Sửa tiêu chí ngay trong trang tính này rồi bấm Kiểm tra và chấm điểm.';
      return finish(opened.value.undo, [message], opened.value.refused);
    },
    /** Changes a criterion where it stands; the rule in words. */
    editCriterion: async (key: CriterionKey, edit: CriterionEdit): Promise<Result<Done>> => {
      const { editCriterion } = await import('../dossier/edit-criteria.ts');
      const edited = await editCriterion(host, key, edit);
      if (!edited.ok) return edited;
      return finish(edited.value.undo, [`Đã ghi tiêu chí ${key.code}.`], edited.value.refused);
    },
    editClasses: async (key: Omit<CriterionKey, 'code'>, edit: SetEdit): Promise<Result<Done>> => {
      const { editClasses } = await import('../dossier/edit-criteria.ts');
      const edited = await editClasses(host, key, edit);
      return edited.ok ? finish(edited.value.undo, ['Đã ghi bậc xếp loại.'], edited.value.refused) : edited;
    },
    /** A movement of the officer's own comes into the workbook as the sheets of its dossier. */
    takeMovement: async ({ movement, units, pictures }: PlanDossier): Promise<Result<Done>> => {
      const { takeMovement } = await import('../dossier/take-dossier.ts');
      const taken = await takeMovement(host, movement, units, pictures);
      return taken.ok ? finish(taken.value.undo, [TAKEN]) : taken;
    },
    takeDossier: async ({ bytes }: NamedFile): Promise<Result<Done>> => {
      const { takeDossier } = await import('../dossier/take-dossier.ts');
      const taken = await takeDossier(host, bytes);
      return taken.ok ? finish(taken.value.undo, [TAKEN]) : taken;
    },
    /** Marks what is to be put right and confirmed in the dossier of the workbook, each place at its cell. */
    reviewDossier: async (): Promise<Result<Done>> => {
      const { reviewDossier } = await import('../dossier/review-dossier.ts');
      const reviewed = await reviewDossier(host);
      if (!reviewed.ok) return reviewed;
      const { toCheck, undo: record, refused } = reviewed.value;
      return finish(record, [reviewedText(toCheck)], refused);
    },
    /** What changed in criteria sets since they were used, and whose points it would move; changes nothing. */
    versionChanges: async (): Promise<Result<VersionChanges>> =>
      (await import('../dossier/new-version.ts')).versionChanges(bare),
    /** Gives the changed sets their next number: from then on they count. */
    newVersion: async (): Promise<Result<Done>> => {
      const made = await (await import('../dossier/new-version.ts')).newVersion(host);
      return made.ok ? finish(made.value.undo, made.value.messages) : made;
    },
    /** Units of communes that were joined, out of their dossiers or lists. */
    takeOldUnits: async (files: readonly NamedFile[]): Promise<Result<Done>> => {
      const taken = await (await import('../dossier/take-old-units.ts')).takeOldUnits(host, files);
      if (!taken.ok) return taken;
      const { units, communes, questions, undo: record } = taken.value;
      return finish(record, [`Đã nhận ${units} đơn vị của ${communes.join(', ')} vào trang “Đơn vị”.`], questions);
    },
  };
}

function reviewedText(cells: readonly CellToCheck[]): string {
  const faults = cells.filter(({ kind }) => kind === 'fault').length;
  const confirmText = cells.length - faults > 0 ? `${cells.length - faults} chỗ cần xác nhận` : '';
  if (faults > 0) return `Hồ sơ có ${faults} chỗ cần sửa${confirmText === '' ? '' : `, ${confirmText}`}.`;
  return `Hồ sơ dùng được, ${confirmText === '' ? 'không có chỗ nào cần sửa' : `còn ${confirmText}`}.`;
}
