// A real OpenID Connect provider on loopback. What it is comes as JSON in the environment, what was asked of it is at /asked.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { folder, port, client, redirects, people, keys } = JSON.parse(process.env.PROVIDER);
const installed = createRequire(pathToFileURL(`${folder}/package.json`)).resolve('oidc-provider');
const { Provider } = await import(pathToFileURL(installed));

const asked = {};
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: redirects }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
  scopes: ['openid', 'email', 'profile', 'groups'],
  jwks: { keys },
  cookies: { keys: ['a key for tests'] },
  pkce: { required: () => true },
  // whoever types a login is that person; one whom the list does not name has nothing but a login
  findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 60, Grant: 600, Interaction: 600, Session: 600 },
});
provider.use(async (context, next) => {
  asked[context.path] = (asked[context.path] ?? 0) + 1;
  if (context.path === '/asked') context.body = asked;
  else await next();
});
provider.listen(port, '127.0.0.1', () => process.stdout.write('ready\n'));
