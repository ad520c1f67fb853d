/** Confirmed figures on their way out as the captures file the command line and the add-in take. */
import { capturesFileSchema, type Observation } from '../../core/portal/indicator/observation.ts';

/** Parsed by the very schema the others read with: what leaves here can be read there. */
export function capturesFile(observations: readonly Observation[]): string {
  return `${JSON.stringify(capturesFileSchema.parse({ observations }), null, 2)}\n`;
}
