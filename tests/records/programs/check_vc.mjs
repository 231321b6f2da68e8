// FILE…: for each, one line of what @digitalbazaar/vc says with the two EdDSA cryptosuites. Nothing is fetched.
import {readFileSync} from 'node:fs';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite as rdfc} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {createVerifyCryptosuite} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {securityLoader} from '@digitalcredentials/security-document-loader';

const loader = securityLoader({fetchRemoteContexts: false}).build();

async function told(credential) {
  const suite = new DataIntegrityProof({
    cryptosuite: credential.proof.cryptosuite === 'eddsa-jcs-2022' ? createVerifyCryptosuite() : rdfc
  });
  // Where status lists would be fetched from is not part of this; their own proofs are.
  const checkStatus = async () => ({verified: true});
  const result = await vc.verifyCredential({credential, suite, documentLoader: loader, checkStatus});
  if(result.verified) {
    return 'accepted';
  }
  const errors = result.error?.errors ?? [result.error];
  return 'refused ' + errors.map(error => error?.message ?? String(error)).join('; ').replaceAll('\n', ' ');
}

for(const name of process.argv.slice(2)) {
  console.log(await told(JSON.parse(readFileSync(name, 'utf8'))));
}
