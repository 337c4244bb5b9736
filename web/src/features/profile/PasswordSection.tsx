import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword, sessionsKey } from '@/api/account';
import { Problem } from '@/api/problem';
import { useMe } from '@/domain/me';
import { PasswordField } from '@/domain/PasswordField';
import { usePersonRules } from '@/domain/personRules';
import { showRefusals } from '@/domain/showRefusals';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Section } from '@/ui/Section';
import { Alert, Done } from '@/ui/states';

interface Passwords {
  current: string;
  next: string;
}

export function PasswordSection() {
  const { t } = useTranslation();
  const me = useMe();
  const rules = usePersonRules();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const [changed, setChanged] = useState(false);
  const form = useForm<Passwords>({ defaultValues: { current: '', next: '' } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ current, next }) => {
    setProblem(undefined);
    setChanged(false);
    try {
      await changePassword(current, next);
      form.reset();
      setChanged(true);
      await cache.invalidateQueries({ queryKey: sessionsKey });
    } catch (error) {
      if (error instanceof Problem && error.messageFor('currentPassword') !== undefined)
        form.setError('current', { message: t('account.currentPasswordWrong') }, { shouldFocus: true });
      else if (!showRefusals(form, error, (path) => (path === 'password' ? 'next' : path))) setProblem(textOf(error));
    }
  });

  return (
    <Section title={t('account.passwordTitle')} text={t('account.passwordText')}>
      <form
        noValidate
        onSubmit={submit}
        className="flex max-w-sm flex-col gap-4"
        aria-label={t('account.passwordTitle')}
      >
        {/* Tells password managers whose password this is. */}
        <input type="text" autoComplete="username" value={me.email} readOnly hidden />
        <PasswordField
          label={t('account.currentPassword')}
          error={errors.current?.message}
          autoComplete="current-password"
          {...form.register('current', { required: t('account.currentPasswordMissing') })}
        />
        <PasswordField
          label={t('account.newPassword')}
          hint={t('account.passwordHint')}
          error={errors.next?.message}
          autoComplete="new-password"
          {...form.register('next', { validate: rules.password })}
        />
        {problem !== undefined && <Alert>{problem}</Alert>}
        {changed && <Done>{t('account.passwordChanged')}</Done>}
        <div>
          <Button type="submit" busy={isSubmitting}>
            {t('account.changePassword')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
