import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { askForReset } from '@/api/account';
import { usePersonRules } from '@/domain/personRules';
import { showRefusals } from '@/domain/showRefusals';
import { Button } from '@/ui/Button';
import { Field, Input } from '@/ui/Field';
import { Alert } from '@/ui/states';
import { useOutsideRefusal } from './useOutsideRefusal';

/** Asks the administrators for a link. The answer is the same whether there is such an account or not. */
export function ForgotForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const rules = usePersonRules();
  const refusalOf = useOutsideRefusal();
  const [refusal, setRefusal] = useState<string>();
  const form = useForm({ defaultValues: { email: '' } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ email }) => {
    setRefusal(undefined);
    try {
      await askForReset(email.trim());
      onDone();
    } catch (error) {
      if (!showRefusals(form, error)) setRefusal(refusalOf(error));
    }
  });

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4" aria-label={t('account.forgot')}>
      {refusal !== undefined && <Alert>{refusal}</Alert>}
      <Field label={t('session.email')} error={errors.email?.message}>
        {(control) => (
          <Input
            type="email"
            autoFocus
            autoComplete="username"
            className="h-10"
            {...control}
            {...form.register('email', { validate: rules.email })}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={isSubmitting}>
        {t('account.askForLink')}
      </Button>
    </form>
  );
}
