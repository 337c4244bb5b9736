import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { session } from '@/api/session';
import { PasswordField } from '@/domain/PasswordField';
import { Button } from '@/ui/Button';
import { Field, Input } from '@/ui/Field';
import { Alert } from '@/ui/states';
import { useOutsideRefusal } from './useOutsideRefusal';

interface Credentials {
  email: string;
  password: string;
}

/** Logs in; who shows it goes on when the session has begun. */
export function LoginForm({ notice }: { notice?: string }) {
  const { t } = useTranslation();
  const refusalOf = useOutsideRefusal();
  const [refusal, setRefusal] = useState(notice);
  const form = useForm<Credentials>({ defaultValues: { email: '', password: '' } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ email, password }) => {
    setRefusal(undefined);
    try {
      await session.logIn(email.trim(), password);
    } catch (error) {
      setRefusal(refusalOf(error));
      form.setFocus('password');
    }
  });

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4" aria-label={t('session.title')}>
      {refusal !== undefined && <Alert>{refusal}</Alert>}
      <Field label={t('session.email')} error={errors.email?.message}>
        {(control) => (
          <Input
            type="email"
            autoComplete="username"
            autoFocus
            className="h-10"
            {...control}
            {...form.register('email', { validate: (email) => email.trim() !== '' || t('session.emailMissing') })}
          />
        )}
      </Field>
      <PasswordField
        label={t('session.password')}
        error={errors.password?.message}
        autoComplete="current-password"
        {...form.register('password', { required: t('session.passwordMissing') })}
      />
      <Button type="submit" variant="primary" size="lg" busy={isSubmitting}>
        {t('session.submit')}
      </Button>
    </form>
  );
}
