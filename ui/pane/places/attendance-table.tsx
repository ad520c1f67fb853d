/** Who of the council took part how: a tick a member. Nobody is taken for present or absent who was not ticked. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { ATTENDANCE_NAMES, ATTENDING } from '../../../core/council/attendance.ts';
import { TextField } from '../../text-field.tsx';
import type { Attended } from '../session-wanted.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

const useStyles = makeStyles({
  table: {
    tableLayout: 'fixed',
    maxWidth: '760px',
    '& td, & th': { padding: '4px 2px', verticalAlign: 'middle' },
    '& thead th:not(:first-child), & td.tick': { textAlign: 'center' },
  },
  tick: { width: '56px' },
  radio: { width: '20px', height: '20px', margin: '2px', accentColor: tokens.colorCompoundBrandBackground },
});

/** Short enough for a column of a narrow pane. */
const SHORT = { ...ATTENDANCE_NAMES, written: 'Văn bản' } as const;

interface AttendanceTableProps {
  /** As `memberText` has them. */
  readonly names: readonly string[];
  readonly attended: ReadonlyMap<string, Attended>;
  readonly onAttend: (name: string, attended: Attended) => void;
}

export function AttendanceTable({ names, attended, onAttend }: AttendanceTableProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  return (
    <table className={`${styles.table} ${own.table}`} aria-label="Điểm danh thành viên">
      <thead>
        <tr>
          <th scope="col">Thành viên</th>
          {ATTENDING.map((state) => (
            <th key={state} scope="col" className={own.tick}>
              {SHORT[state]}
            </th>
          ))}
        </tr>
      </thead>
      {names.map((name) => {
        const item = attended.get(name);
        return (
          <tbody key={name}>
            <tr>
              <th scope="row">{name}</th>
              {ATTENDING.map((state) => (
                <td key={state} className="tick">
                  <input
                    type="radio"
                    className={own.radio}
                    name={`attendance ${name}`}
                    aria-label={`${name}: ${ATTENDANCE_NAMES[state]}`}
                    checked={item?.state === state}
                    onChange={() => onAttend(name, { state, proxy: item?.proxy ?? '' })}
                  />
                </td>
              ))}
            </tr>
            {item?.state === 'proxy' ? (
              <tr>
                <td colSpan={ATTENDING.length + 1}>
                  <TextField
                    label={`Người được ${name} ủy quyền`}
                    required
                    value={item.proxy}
                    onType={(value) => onAttend(name, { state: 'proxy', proxy: value })}
                  />
                </td>
              </tr>
            ) : null}
          </tbody>
        );
      })}
    </table>
  );
}
