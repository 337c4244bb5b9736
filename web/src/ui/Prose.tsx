import { cx } from './cx';

/**
 * Text that the server has turned into markup. It alone makes such markup: tags, attributes and schemes come from its short list,
 * so that this is the one place which shows HTML as it is.
 */
export const Prose = ({ html, className }: { html: string; className?: string }) => (
  <div className={cx('prose', className)} dangerouslySetInnerHTML={{ __html: html }} />
);
