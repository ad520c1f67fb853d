/** A button that stays pressed until it is pressed again. Fluent's own weighs 4 kB. */
import { Button, type ButtonProps, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
});

interface ToggleProps extends Pick<ButtonProps, 'size' | 'disabled' | 'shape' | 'children'> {
  readonly className?: string | undefined;
  readonly isPressed: boolean;
  readonly onPress: () => void;
}

export function Toggle({ isPressed, onPress, className, ...button }: ToggleProps) {
  const styles = useStyles();
  return (
    <Button
      size="small"
      {...button}
      aria-pressed={isPressed}
      className={mergeClasses(className, isPressed && styles.pressed)}
      onClick={onPress}
    />
  );
}
