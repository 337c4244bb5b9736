import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/Field';
import { PasswordInput } from '@/ui/PasswordInput';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  ref?: Ref<HTMLInputElement>;
  label: string;
  hint?: ReactNode;
  error?: string;
};

/** A labelled password. */
export function PasswordField({ label, hint, error, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <PasswordInput
          showLabel={t('session.showPassword')}
          hideLabel={t('session.hidePassword')}
          {...control}
          {...rest}
        />
      )}
    </Field>
  );
}
