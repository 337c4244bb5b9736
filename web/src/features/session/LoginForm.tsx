import { zodResolver } from '@hookform/resolvers/zod';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod/mini';
import { Problem } from '@/api/problem';
import { session } from '@/api/session';
import { useProblemText } from '@/domain/useProblemText';
import { Button, IconButton } from '@/ui/Button';
import { Field, Input } from '@/ui/Field';
import { Alert } from '@/ui/states';

interface Credentials {
  email: string;
  password: string;
}

export function LoginForm({ notice, onDone }: { notice?: string; onDone: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [refusal, setRefusal] = useState(notice);
  const [visible, setVisible] = useState(false);
  const schema = z.object({
    email: z.string().check(z.trim(), z.minLength(1, t('session.emailMissing'))),
    password: z.string().check(z.minLength(1, t('session.passwordMissing'))),
  });
  const form = useForm<Credentials>({ resolver: zodResolver(schema), defaultValues: { email: '', password: '' } });
  const { errors, isSubmitting } = form.formState;

  const refusalOf = (error: unknown) => {
    if (!(error instanceof Problem)) return textOf(error);
    if (error.code === 'credentials') return t('session.wrong');
    if (error.code === 'user_inactive') return t('session.inactive');
    return error.slug === 'too-many' ? t('session.tooMany') : textOf(error);
  };

  const submit = form.handleSubmit(async ({ email, password }) => {
    setRefusal(undefined);
    try {
      await session.logIn(email, password);
      onDone();
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
            {...form.register('email')}
          />
        )}
      </Field>
      <Field label={t('session.password')} error={errors.password?.message}>
        {(control) => (
          <div className="relative">
            <Input
              type={visible ? 'text' : 'password'}
              autoComplete="current-password"
              className="h-10 pr-11"
              {...control}
              {...form.register('password')}
            />
            <IconButton
              label={visible ? t('session.hidePassword') : t('session.showPassword')}
              className="absolute top-1 right-1 pointer-coarse:size-8"
              onClick={() => setVisible(!visible)}
            >
              {visible ? <EyeOff size={16} /> : <Eye size={16} />}
            </IconButton>
          </div>
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={isSubmitting}>
        {t('session.submit')}
      </Button>
    </form>
  );
}
