import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { resetPassword } from '@/api/account';
import { Problem } from '@/api/problem';
import { PasswordField } from '@/domain/PasswordField';
import { usePersonRules } from '@/domain/personRules';
import { showRefusals } from '@/domain/showRefusals';
import { Button } from '@/ui/Button';
import { Alert } from '@/ui/states';
import { useOutsideRefusal } from './useOutsideRefusal';

interface Props {
  token: string;
  onDone: () => void;
  /** The link was used, is older than an hour, or was never one. */
  onInvalid: () => void;
}

export function ResetForm({ token, onDone, onInvalid }: Props) {
  const { t } = useTranslation();
  const rules = usePersonRules();
  const refusalOf = useOutsideRefusal();
  const [refusal, setRefusal] = useState<string>();
  const form = useForm({ defaultValues: { password: '' } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ password }) => {
    setRefusal(undefined);
    try {
      await resetPassword(token, password);
      onDone();
    } catch (error) {
      if (error instanceof Problem && error.messageFor('token') !== undefined) onInvalid();
      else if (!showRefusals(form, error)) setRefusal(refusalOf(error));
    }
  });

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4" aria-label={t('account.setPassword')}>
      {refusal !== undefined && <Alert>{refusal}</Alert>}
      <PasswordField
        label={t('account.newPassword')}
        hint={t('account.passwordHint')}
        error={errors.password?.message}
        autoComplete="new-password"
        autoFocus
        {...form.register('password', { validate: rules.password })}
      />
      <Button type="submit" variant="primary" size="lg" busy={isSubmitting}>
        {t('account.setPassword')}
      </Button>
    </form>
  );
}
