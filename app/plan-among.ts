/** A plan that was dropped on the page by itself. */
import type { StoredPlan } from '../session/plan/stored-plan.ts';
import type { ChosenFile } from '../ui/file-button.tsx';

/** What the screen for plans opens with. */
export interface PlanOpened {
  readonly stored?: StoredPlan | undefined;
  readonly file?: ChosenFile | undefined;
}

const PLAN = /\.(?:docx|doc|pdf|txt|png|jpe?g)$/i;

/** null = the files are something else; several are never a plan. */
export async function planAmong(files: readonly File[]): Promise<ChosenFile | null> {
  const [file, ...others] = files;
  if (!file || others.length > 0 || !PLAN.test(file.name)) return null;
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return null;
  }
}
