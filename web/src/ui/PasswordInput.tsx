import { Eye, EyeOff } from 'lucide-react';
import { useState, type InputHTMLAttributes, type Ref } from 'react';
import { IconButton } from './Button';
import { cx } from './cx';
import { Input } from './Field';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  ref?: Ref<HTMLInputElement>;
  showLabel: string;
  hideLabel: string;
};

/** A password, which can be looked at. */
export function PasswordInput({ showLabel, hideLabel, className, ...rest }: Props) {
  const [visible, setVisible] = useState(false);
  return (
    <div className="relative">
      <Input type={visible ? 'text' : 'password'} className={cx('h-10 pr-11', className)} {...rest} />
      <IconButton
        label={visible ? hideLabel : showLabel}
        className="absolute top-1 right-1 pointer-coarse:size-8"
        onClick={() => setVisible(!visible)}
      >
        {visible ? <EyeOff size={16} /> : <Eye size={16} />}
      </IconButton>
    </div>
  );
}
