import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { register, type Registration } from '@/api/account';
import { PasswordField } from '@/domain/PasswordField';
import { usePersonRules } from '@/domain/personRules';
import { showRefusals } from '@/domain/showRefusals';
import { Button } from '@/ui/Button';
import { Field, Input } from '@/ui/Field';
import { Alert } from '@/ui/states';
import { useOutsideRefusal } from './useOutsideRefusal';

/** Makes an account. The server does not tell whether the address had one: neither do we. */
export function RegisterForm({ onDone }: { onDone: (email: string) => void }) {
  const { t } = useTranslation();
  const rules = usePersonRules();
  const refusalOf = useOutsideRefusal();
  const [refusal, setRefusal] = useState<string>();
  const form = useForm<Registration>({ defaultValues: { email: '', firstName: '', lastName: '', password: '' } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (input) => {
    setRefusal(undefined);
    try {
      await register({ ...input, email: input.email.trim() });
      onDone(input.email.trim());
    } catch (error) {
      if (!showRefusals(form, error)) setRefusal(refusalOf(error));
    }
  });

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4" aria-label={t('account.register')}>
      {refusal !== undefined && <Alert>{refusal}</Alert>}
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('people.firstName')} error={errors.firstName?.message}>
          {(control) => (
            <Input
              autoFocus
              autoComplete="given-name"
              className="h-10"
              {...control}
              {...form.register('firstName', { validate: rules.name })}
            />
          )}
        </Field>
        <Field label={t('people.lastName')} error={errors.lastName?.message}>
          {(control) => (
            <Input
              autoComplete="family-name"
              className="h-10"
              {...control}
              {...form.register('lastName', { validate: rules.name })}
            />
          )}
        </Field>
      </div>
      <Field label={t('session.email')} error={errors.email?.message}>
        {(control) => (
          <Input
            type="email"
            autoComplete="username"
            className="h-10"
            {...control}
            {...form.register('email', { validate: rules.email })}
          />
        )}
      </Field>
      <PasswordField
        label={t('session.password')}
        hint={t('account.passwordHint')}
        error={errors.password?.message}
        autoComplete="new-password"
        {...form.register('password', { validate: rules.password })}
      />
      <Button type="submit" variant="primary" size="lg" busy={isSubmitting}>
        {t('account.register')}
      </Button>
    </form>
  );
}
