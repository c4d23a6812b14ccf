// The class's link as a QR code on the projector, 60% of its height, with the link in words.

import { Suspense } from 'react'
import { fitsQr, Qr } from './Qr.tsx'
import { classAddress, classLink } from './way.ts'
import styles from './Stage.module.css'

export function QrOverlay() {
  const { hash } = location
  const address = classAddress(hash)
  return (
    <div className={styles.qr}>
      {fitsQr(address) && (
        <Suspense>
          <Qr text={address} />
        </Suspense>
      )}
      <p>{classLink(hash)}</p>
    </div>
  )
}
