/** A text of several lines, as the control of a Field. */
import { type FieldControlProps, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  box: {
    boxSizing: 'border-box',
    width: '100%',
    padding: '6px 10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    resize: 'vertical',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface Props {
  readonly field: FieldControlProps;
  readonly value: string;
  readonly rows: number;
  readonly maxLength?: number;
  readonly onChange: (text: string) => void;
}

export function TextBox({ field, onChange, ...rest }: Props) {
  return (
    <textarea
      {...field}
      {...rest}
      className={useStyles().box}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
