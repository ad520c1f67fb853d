/** A link in the colours of the theme: a plain anchor does, and weighs nothing. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { AnchorHTMLAttributes } from 'react';

const useStyles = makeStyles({
  link: {
    alignSelf: 'start',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  // Within a sentence colour alone does not tell it.
  inline: { textDecorationLine: 'underline' },
});

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className'> {
  readonly inline?: boolean;
}

export function DeskLink({ inline = false, children, ...anchor }: Props) {
  const styles = useStyles();
  return (
    <a className={mergeClasses(styles.link, inline && styles.inline)} {...anchor}>
      {children}
    </a>
  );
}
